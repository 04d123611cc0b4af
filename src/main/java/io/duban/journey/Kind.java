package io.duban.journey;

import java.util.Arrays;
import java.util.Optional;
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
    CALL_BACK("回访 call back", "hotline.ticket.closed");

    private final String label;
    private final @Nullable String event;

    Kind(String label, @Nullable String event) {
        this.label = label;
        this.event = event;
    }

    String label() {
        return label;
    }

    /** The event's type without the district and the format's version; null when it is not on the stream that is followed. */
    @Nullable
    String event() {
        return event;
    }

    static Optional<Kind> ofEvent(String event) {
        return Arrays.stream(values()).filter(kind -> event.equals(kind.event)).findFirst();
    }
}
