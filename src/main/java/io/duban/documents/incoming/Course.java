package io.duban.documents.incoming;

import io.duban.platform.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When it last moved, and until when the whole of it is due; {@code dueAt} is null while no such clock runs. */
record Course(
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt) implements Page {

    static final String SIGN_FOR = "SIGN_FOR";
    static final String PROPOSE = "PROPOSE";
    static final String INSTRUCT = "INSTRUCT";
    static final String ASSIGN = "ASSIGN";
    static final String WHOLE = "WHOLE";
    static final String HANDLE = "HANDLE";
    static final String RESUBMIT = "RESUBMIT";
    static final String READ = "READ";
    static final String RETURN_DECIDE = "RETURN_DECIDE";

    static Course begun(Instant now) {
        return new Course(now, null, null);
    }

    Course at(Instant now) {
        return new Course(now, dueAt, warnAt);
    }

    Course running(Deadline due) {
        return new Course(changedAt, due.currentDueAt(), due.warnAt());
    }

    Course stopped() {
        return new Course(changedAt, null, null);
    }
}
