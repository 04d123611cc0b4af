package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter comes from, and what lets it be opened now (domain 2.4.1, D6).
 *
 * @param sourceId the thing in this product it comes from, such as a ticket; null for a paper or a broadcast from outside
 * @param sourceNote its number, or what it was, without personal data
 * @param planEntryId the entry of the year's plan it carries out
 * @param unplanned why it is opened although no entry of the plan provides for it
 * @param periodFrom the first day of the supervision; null when only its end is set
 * @param place where it is, in words; compared with the places of other matters
 * @param latitude WGS 84, in degrees; with a longitude or not at all
 * @param designationId the designation (条例 art. 7) a department drafts it by; null for the supervision office
 */
public record Origin(
        @Nullable Source sourceKind,
        @Nullable UUID sourceId,
        @Nullable String sourceNote,
        @Nullable UUID planEntryId,
        @Nullable Unplanned unplanned,
        @Nullable String unplannedReason,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable UUID designationId) {

    public static final Origin NONE =
            new Origin(null, null, null, null, null, null, null, null, null, null, null, null);

    /** What other modules hand over: a thing of theirs. */
    public static Origin from(Source kind, @Nullable UUID id) {
        return new Origin(kind, id, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * A citizen's ticket that somebody of the office had turned into a matter; his words are the reason it is opened although no entry of the plan
     * provides for it (D6).
     *
     * @param number the ticket's
     */
    public static Origin fromTicket(UUID id, String number, String words) {
        return new Origin(
                Source.TICKET, id, number, null, Unplanned.INSTRUCTION, words, null, null, null, null, null, null);
    }

    /** 来源. */
    public enum Source {
        DOCUMENT,
        INSTRUCTION,
        MEETING_DECISION,
        KEY_TASK,
        LIVELIHOOD_PROJECT,
        PROPOSAL,
        TICKET,
        PETITION,
        MEDIA,
        WORK_REPORT,
        SUPERIOR
    }

    /** Why it does not wait for the plan. */
    enum Unplanned {
        EMERGENCY,
        INSTRUCTION
    }

    /**
     * A leader's, a meeting's or a superior's words are the instruction D6 asks for; what the office proposes itself, and every comprehensive
     * inspection, needs an entry of the plan or a written reason of its own.
     *
     * @throws Refusal {@code E_SUP_NO_BASIS}; {@code E_GEN_VALIDATION} for half a reason, period or point
     */
    void requireComplete(Brief brief) {
        var proposed = brief.basis() == Brief.Basis.APPROVED_PROPOSAL || brief.kind() == Brief.Kind.COMPREHENSIVE;
        if (proposed && planEntryId == null && unplanned == null) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NO_BASIS,
                    "督查建议和综合督查须对应年度督查计划条目;计划外的须写明应急或指示理由。",
                    "A proposal or a comprehensive inspection needs an entry of the year's plan, or the emergency or instruction it rests on.");
        }
        if ((unplanned == null) != (unplannedReason == null || unplannedReason.isBlank())) {
            throw Refusal.invalid("/unplannedReason", "计划外立项须同时写明类别和理由。", "Give both the kind and the reason.");
        }
        if (periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom)) {
            throw Refusal.invalid("/periodTo", "督查期限的止日不能早于起日。", "The period ends before it begins.");
        }
        if ((latitude == null) != (longitude == null)) {
            throw Refusal.invalid("/latitude", "经度和纬度须同时填写。", "A point has a latitude and a longitude.");
        }
    }

    /** Whether a citizen waits for it to be true, so that he is asked in the end (群众不满意不放过). */
    boolean isCitizenBorn() {
        return sourceKind == Source.TICKET || sourceKind == Source.PETITION;
    }

    boolean isEmergency() {
        return unplanned == Unplanned.EMERGENCY;
    }

    Origin during(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Origin(
                sourceKind,
                sourceId,
                sourceNote,
                planEntryId,
                unplanned,
                unplannedReason,
                from == null ? periodFrom : from,
                to == null ? periodTo : to,
                place,
                latitude,
                longitude,
                designationId);
    }

    Origin by(@Nullable UUID designation) {
        return new Origin(
                sourceKind,
                sourceId,
                sourceNote,
                planEntryId,
                unplanned,
                unplannedReason,
                periodFrom,
                periodTo,
                place,
                latitude,
                longitude,
                designation);
    }

    Origin withoutWords() {
        return new Origin(
                sourceKind,
                sourceId,
                null,
                planEntryId,
                unplanned,
                null,
                periodFrom,
                periodTo,
                place,
                latitude,
                longitude,
                designationId);
    }
}
