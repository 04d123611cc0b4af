package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Until when a matter's hosts owe their result: the first of them to be due.
 *
 * @param handedInAt where its clock stands while the result is being reviewed
 */
record Term(
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant handedInAt) {

    static final Term NONE = new Term(null, null, null);

    /** The term of the host that is due first and not accepted yet; when all are, the term that was. */
    Term after(Collection<SupervisionAssignment> assignments) {
        return assignments.stream()
                .filter(assignment -> assignment.isHost() && assignment.status() != AssignmentStatus.ACCEPTED)
                .min(Comparator.comparing(SupervisionAssignment::dueAt))
                .map(host -> new Term(host.dueAt(), host.warnAt(), host.standsAt()))
                .orElse(this);
    }

    AlertLight light(Instant now, boolean finished) {
        return AlertLight.of(handedInAt == null ? now : handedInAt, warnAt, dueAt, finished);
    }
}
