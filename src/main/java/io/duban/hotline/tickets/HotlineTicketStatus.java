package io.duban.hotline.tickets;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The states of a ticket (domain 2.5). */
public enum HotlineTicketStatus {
    RECEIVED(true),
    PENDING_DISPATCH(true),
    DISPATCHED(true),
    SIGNED(true),
    IN_PROGRESS(true),
    FEEDBACK_SUBMITTED(true),
    /** The office has passed the result; only the citizen has not been asked yet. */
    PENDING_CALLBACK(true),
    CLOSED(false),
    ARCHIVED(false),
    /** 即时答复: told on the telephone; the same command closes it. */
    ANSWERED_DIRECTLY(true),
    /** 不予受理. */
    NOT_ACCEPTED(false),
    /** Handed to 110, 119, 120 or 122 at once. */
    TRANSFERRED_EMERGENCY(false),
    RETURN_REQUESTED(true),
    /** 争议会商: two units have refused it. */
    DISPUTED(true),
    /** 重办: the same command dispatches it again. */
    REDO(true),
    /** 挂账: on the hard list; its clock stands still. */
    SUSPENDED(true),
    /** 终止办理. */
    TERMINATED(false),
    /** 已合并: a child; its parent does the work, its citizen still gets an answer and a call-back. */
    MERGED(true),
    /** 诉求人撤销. */
    WITHDRAWN(false);

    /** The open states as SQL writes them. */
    static final String OPEN_STATES = Arrays.stream(values())
            .filter(HotlineTicketStatus::isOpen)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", "));

    /** The states without a light as SQL writes them. */
    static final String UNLIT_STATES = Arrays.stream(values())
            .filter(HotlineTicketStatus::isUnlit)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", "));

    private final boolean open;

    HotlineTicketStatus(boolean open) {
        this.open = open;
    }

    /** Whether something is still to be done about it. */
    public boolean isOpen() {
        return open;
    }

    /** Whether no handling clock runs: it ended, or the result was passed, or its parent's clock counts. */
    boolean isUnlit() {
        return !open || this == PENDING_CALLBACK || this == MERGED;
    }
}
