package io.duban.hotline;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** What the citizen said at the call-back (回访). */
record Callback(
        @Nullable @Column("callback_outcome") Outcome outcome,
        @Nullable Resolved resolved,
        @Nullable Satisfaction satisfaction,
        @Nullable @Column("callback_note") String note) {

    static final Callback NONE = new Callback(null, null, null, null);

    enum Outcome {
        ANSWERED,
        UNREACHABLE,
        REFUSED_TO_RATE,
        NO_CALLBACK_WANTED
    }

    enum Resolved {
        YES,
        PARTLY,
        NO
    }

    enum Satisfaction {
        SATISFIED,
        BASICALLY_SATISFIED,
        DISSATISFIED
    }
}
