package io.duban.journey;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of commands on the way, with the event each announces. */
enum Kind {
    ACCEPT("受理 accept", "hotline.ticket.received"),
    CLASSIFY("分类 classify", "hotline.ticket.classified"),
    DISPATCH("派单 dispatch", "hotline.ticket.dispatched"),
    SIGN_FOR("签收 sign for", "hotline.ticket.signed"),
    CONTACT("联系 contact", "hotline.ticket.contacted"),
    FEEDBACK("反馈 feedback", "hotline.ticket.feedbackSubmitted"),
    AUDIT("审核 audit", "hotline.ticket.auditPassed"),
    CALL_BACK("回访 call back", "hotline.ticket.closed"),

    DRAFT_MATTER("立项建议 draft matter", "supervision.matter.drafted"),
    SUBMIT_MATTER("报批 submit matter", "supervision.matter.submitted"),
    APPROVE_MATTER("立项 approve matter", "supervision.matter.approved"),
    ISSUE_NOTICE("交办 issue notice", "supervision.matter.issued"),
    SIGN_ASSIGNMENT("签收 sign assignment", "supervision.matter.signedFor"),
    // Until the record is in, signed by two, nobody but the inspectors hears of it, not even the leader: visits are
    // unannounced.
    START_INSPECTION("现场核查 inspect", null),
    UPLOAD_PHOTO("照片 photo", null),
    SUBMIT_RECORD("核查记录 record", null),
    COUNTERSIGN_RECORD("会签 countersign", "supervision.inspection.recordSubmitted"),
    SUBMIT_FINAL("办结反馈 final feedback", "supervision.matter.finalSubmitted"),
    REVIEW_FINAL("认定 review final", "supervision.matter.finalAccepted"),
    MARK_HANDLED("办结 handled", "supervision.matter.handled"),
    STRIKE_OFF("销号 strike off", "supervision.matter.struckOff"),

    DRAFT_PAPER("拟稿 draft paper", "document.outgoing.drafted"),
    ATTACH("附件 attach", "document.outgoing.attached"),
    SUBMIT_PAPER("送核 submit paper", "document.outgoing.submitted"),
    REVIEW_PAPER("审核 review paper", "document.outgoing.reviewed"),
    PRESENT_PAPER("呈签 present paper", "document.outgoing.awaitingSignature"),
    SIGN_PAPER("签发 sign paper", "document.outgoing.signed"),
    RECHECK_PAPER("复核 recheck paper", "document.outgoing.rechecked"),
    NUMBER_PAPER("编号 number paper", "document.outgoing.numbered"),
    SEAL_PAPER("用印 seal paper", "document.outgoing.sealed"),
    ISSUE_PAPER("核发 issue paper", "document.outgoing.issued"),
    SIGN_FOR_PAPER("签收 sign for paper", "document.outgoing.signedFor"),

    DELIVER_PAPER("来文 deliver paper", "document.incoming.delivered"),
    DELIVER_FILE("来文附件 deliver file", "document.incoming.attached"),
    RECEIVE_PAPER("签收 receive paper", "document.incoming.received"),
    REGISTER_PAPER("登记 register paper", "document.incoming.registered"),
    PROPOSE_HANDLING("拟办 propose", "document.incoming.drafted"),
    CHECK_PROPOSAL("审拟办 check proposal", "document.incoming.proposed"),
    PRESENT_REQUEST("呈批 submit to leaders", "document.incoming.awaitingInstruction"),
    INSTRUCT("批示 instruct", "document.incoming.instructed"),
    DRAFT_ASSIGNMENT("分解 decompose", "document.incoming.assignmentDrafted"),
    ASSIGN("交办 assign", "document.incoming.assigned"),
    TAKE_UP("承办签收 take up", "document.incoming.signedFor"),
    SUBMIT_RESULT("反馈 submit result", "document.incoming.resultSubmitted"),
    ANSWER_SENDER("答复 answer", "document.incoming.answered"),
    // The leader's own words are on his own stream, not on the office's board.
    STRIKE_OFF_WORDS("销号 strike off words", null),
    COMPLETE_PAPER("办结 complete paper", "document.incoming.completed");

    private static final Set<Kind> CREATING =
            EnumSet.of(ACCEPT, DRAFT_MATTER, START_INSPECTION, UPLOAD_PHOTO, DRAFT_PAPER, DELIVER_PAPER);

    private final String label;
    private final @Nullable String event;

    Kind(String label, @Nullable String event) {
        this.label = label;
        this.event = event;
    }

    /** Whether it makes something new; answered with 200 instead of 201, it was there before. */
    boolean creates() {
        return CREATING.contains(this);
    }

    String label() {
        return label;
    }

    /** The event's type without the district and the format's version; null when it is not on the stream that is followed. */
    @Nullable
    String event() {
        return event;
    }
}
