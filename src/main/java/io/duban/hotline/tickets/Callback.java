package io.duban.hotline.tickets;

import io.duban.platform.events.Facts;
import io.duban.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** What the citizen said at the call-back (回访). */
record Callback(
        @Nullable @Column("callback_outcome") Outcome outcome,
        @Nullable Resolved resolved,
        @Nullable Satisfaction satisfaction,
        @Nullable @Column("callback_note") String note) {

    static final Callback NONE = new Callback(null, null, null, null);

    /** A call-back that was answered says what it was made for. */
    void requireAnswers() {
        if (outcome == Outcome.ANSWERED && (resolved == null || satisfaction == null)) {
            throw Refusal.invalid(
                    "/resolved",
                    "已接通的回访须记录是否解决和满意度。",
                    "A call-back that was answered says whether it is resolved and how satisfied.");
        }
    }

    void state(Facts facts) {
        facts.with("callbackOutcome", outcome).with("resolved", resolved).with("satisfaction", satisfaction);
    }

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
