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
                .filter(assignment ->
                        assignment.isHost() && !assignment.status().isThrough())
                .map(Term::of)
                .min(Comparator.comparing(Term::dueAt))
                .orElse(this);
    }

    /** Where a unit took over from another, the date the matter had stays. */
    private static Term of(SupervisionAssignment host) {
        var outer = host.returning().outerDueAt();
        return outer == null
                ? new Term(host.dueAt(), host.warnAt(), host.standsAt())
                : new Term(outer, host.extensionRight().warnBefore(outer), host.standsAt());
    }

    AlertLight light(Instant now, SupervisionMatterStatus status) {
        return AlertLight.of(
                handedInAt == null ? now : handedInAt,
                warnAt,
                dueAt,
                status.isAnswered(),
                status == SupervisionMatterStatus.SUSPENDED);
    }
}
