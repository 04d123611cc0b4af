package io.duban.documents.incoming;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the paper says and how it is to be treated.
 *
 * @param handlingKind as the sender sees it until the registrar decides
 * @param eventAt when the event takes place that a 请示 asks about
 * @param decisionNeededAt until when its sender needs the decision
 * @param shortNotice handed in later than the rule allows (SHORT_NOTICE)
 */
record Content(
        IncomingDocType docType,
        IncomingUrgency urgency,
        String title,
        String text,
        SecrecyLevel secrecyLevel,
        Importance importance,
        HandlingKind handlingKind,
        @Nullable Instant eventAt,
        @Nullable Instant decisionNeededAt,
        boolean shortNotice,
        @Nullable String shortNoticeReason)
        implements Page {

    /** 阅知件, 批办件. */
    enum HandlingKind {
        READING("SWY"),
        ACTION("SW");

        private final String series;

        HandlingKind(String series) {
            this.series = series;
        }

        /** The head of its register numbers: papers to act on and papers to read are counted apart. */
        String series() {
            return series;
        }
    }

    /** HIGH 重要事项: a leader must see it. */
    enum Importance {
        NORMAL,
        HIGH
    }

    /** 公开, 内部, 工作秘密; state secrets have no value here. */
    enum SecrecyLevel {
        PUBLIC,
        INTERNAL,
        WORK_SECRET
    }

    Content checked() {
        if (urgency.isTelegrams() && docType != IncomingDocType.TELEGRAM) {
            throw Refusal.invalid("/urgency", "特提等四级只用于电报。", "The four degrees of telegrams are for telegrams.");
        }
        return this;
    }

    /** As the registrar found it; null leaves what the sender said. */
    Content registered(Reclassified found, boolean late) {
        var type = found.docType() == null ? docType : found.docType();
        if (type.isRequest() && found.handlingKind() == HandlingKind.READING) {
            throw Refusal.invalid("/handlingKind", "请示须答复,应登记为批办件。", "A request is answered; it is a paper to act on.");
        }
        return new Content(
                        type,
                        found.urgency() == null ? urgency : found.urgency(),
                        found.title() == null ? title : found.title(),
                        text,
                        secrecyLevel,
                        found.importance() == null ? importance : found.importance(),
                        found.handlingKind(),
                        eventAt,
                        decisionNeededAt,
                        late,
                        found.shortNoticeReason() == null ? shortNoticeReason : found.shortNoticeReason())
                .checked();
    }

    /** What the registrar puts right; {@code handlingKind} is always his. */
    record Reclassified(
            @Nullable IncomingDocType docType,
            @Nullable IncomingUrgency urgency,
            @Nullable String title,
            @Nullable Importance importance,
            HandlingKind handlingKind,
            @Nullable String shortNoticeReason) {}

    /** What a state secret leaves behind in this system: that a paper came, and nothing it said (保密法 art. 31). */
    Content erased() {
        return new Content(
                docType,
                urgency,
                "涉密退件",
                "(内容未留存)",
                secrecyLevel,
                importance,
                handlingKind,
                null,
                null,
                shortNotice,
                null);
    }

    /** An order was written on it: from now on it is to be acted on. */
    Content toBeActedOn() {
        return new Content(
                docType,
                urgency,
                title,
                text,
                secrecyLevel,
                importance,
                HandlingKind.ACTION,
                eventAt,
                decisionNeededAt,
                shortNotice,
                shortNoticeReason);
    }

    boolean isAction() {
        return handlingKind == HandlingKind.ACTION;
    }

    /** A 请示 is never done with by reading. */
    boolean owesReply() {
        return docType.isRequest();
    }

    boolean isWorkSecret() {
        return secrecyLevel == SecrecyLevel.WORK_SECRET;
    }

    /** @throws Refusal {@code E_DOC_LEADER_MUST_SEE} for what no unit gets before a leader has seen it */
    void requireUnimportant() {
        if (importance == Importance.HIGH) {
            throw Refusal.of(
                    RefusalCode.E_DOC_LEADER_MUST_SEE,
                    "重要事项须先呈领导批示,不能直接交办。",
                    "An important paper is seen by a leader before it goes to a unit.");
        }
    }
}
