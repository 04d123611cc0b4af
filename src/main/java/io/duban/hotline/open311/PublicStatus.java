package io.duban.hotline.open311;

import static io.duban.hotline.open311.StatusWord.*;

import io.duban.hotline.tickets.HotlineTicketStatus;
import io.duban.hotline.tickets.OutsideDemands;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told of a state of ours: THE TABLE. Who holds a ticket, whether a unit wants to be rid of it and what an auditor thinks is
 * nobody's business, so that states which differ only in that read alike.
 */
record PublicStatus(StatusWord word, String text) {

    private static final String WITH_UNIT = "已交承办单位,正在核实情况。";
    private static final String AT_WORK = "承办单位正在办理。";
    private static final String DONE = "已办结。";

    /**
     * @param result what the unit reported, by its name in the domain; decides which kind of end it is
     */
    static PublicStatus of(HotlineTicketStatus status, @Nullable String result) {
        // spotless:off
        return switch (status) {
            case RECEIVED              -> new PublicStatus(OPEN,             "诉求已收到。");
            case PENDING_DISPATCH      -> new PublicStatus(OPEN,             "诉求已受理,正在确定承办单位。");
            case DISPATCHED, SIGNED,
                 RETURN_REQUESTED,
                 DISPUTED              -> new PublicStatus(INVESTIGATING,    WITH_UNIT);
            case IN_PROGRESS,
                 FEEDBACK_SUBMITTED    -> new PublicStatus(IN_PROGRESS,      AT_WORK);
            case REDO                  -> new PublicStatus(IN_PROGRESS,      "正在继续办理。");
            case SUSPENDED             -> new PublicStatus(ACTION_SCHEDULED, "短期内难以办结,已列入计划,将定期复查。");
            case PENDING_CALLBACK      -> new PublicStatus(IN_PROGRESS,      "已有办理结果,等待回访。");
            case CLOSED, ARCHIVED      -> new PublicStatus(end(result),      DONE);
            case ANSWERED_DIRECTLY     -> new PublicStatus(StatusWord.CLOSED, "已答复。");
            case MERGED                -> new PublicStatus(DUPLICATE,        "与同类诉求合并办理,办结后一并答复。");
            case NOT_ACCEPTED          -> new PublicStatus(NOT_COUNCILS_RESPONSIBILITY, "不属于受理范围。");
            case TRANSFERRED_EMERGENCY -> new PublicStatus(INTERNAL_REFERRAL, "已转紧急处置渠道。");
            case TERMINATED            -> new PublicStatus(NO_FURTHER_ACTION, "已终止办理。");
            case WITHDRAWN             -> new PublicStatus(NO_FURTHER_ACTION, "诉求已撤回。");
        };
        // spotless:on
    }

    /** Whether the office has passed the result, so that what the citizen was told is no draft any more. */
    static boolean isAnswered(HotlineTicketStatus status) {
        return switch (status) {
            case PENDING_CALLBACK, CLOSED, ARCHIVED -> true;
            default -> false;
        };
    }

    /** The states that read as open, or as closed. */
    static String[] states(boolean open) {
        return Arrays.stream(HotlineTicketStatus.values())
                .filter(status -> of(status, null).word().isOpen() == open)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** {@code open} or {@code closed}. */
    String plain() {
        return word.isOpen() ? "open" : "closed";
    }

    /** The text, and what the citizen was told. */
    String with(@Nullable String told) {
        return told == null || told.isBlank() ? text : text + "\n" + OutsideDemands.publicWords(told);
    }

    private static StatusWord end(@Nullable String result) {
        return switch (result == null ? "" : result) {
            case "RESOLVED" -> FIXED;
            case "NOT_POSSIBLE" -> NO_FURTHER_ACTION;
            default -> StatusWord.CLOSED;
        };
    }
}
