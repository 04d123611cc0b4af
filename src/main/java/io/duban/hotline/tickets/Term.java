package io.duban.hotline.tickets;

import io.duban.hotline.catalog.StatutoryPeriod;
import io.duban.platform.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a ticket is to be handled; empty until it is dispatched.
 *
 * @param statutoryBasis the law that gives the period, where it is longer than the profile's (domain 2.5, profile STANDARD)
 * @param statutoryRule the deadline rule of that period
 * @param originalDueAt without extensions and suspensions
 * @param warnAt from when its light is yellow
 * @param outerDueAt the date the upstream platform set; ours lies before it
 * @param extended more time was granted once
 */
record Term(
        @Nullable String statutoryBasis,
        @Nullable String statutoryRule,
        @Nullable Instant originalDueAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant outerDueAt,
        boolean extended) {

    static final Term NONE = new Term(null, null, null, null, null, null, false);

    /** A new period: of a dispatch, or of a new round. */
    Term running(Deadline due) {
        return new Term(
                statutoryBasis,
                statutoryRule,
                due.originalDueAt(),
                due.currentDueAt(),
                due.warnAt(),
                outerDueAt,
                false);
    }

    /** Under a law's own period, or under none any more. */
    Term onBasis(@Nullable StatutoryPeriod law) {
        return law == null
                ? new Term(null, null, originalDueAt, dueAt, warnAt, outerDueAt, extended)
                : new Term(law.basis(), law.ruleId(), originalDueAt, dueAt, warnAt, outerDueAt, extended);
    }

    Term outside(@Nullable Instant outer) {
        return new Term(statutoryBasis, statutoryRule, originalDueAt, dueAt, warnAt, outer, extended);
    }

    /** More time was granted (延期); the original date stays. */
    Term extendedTo(Instant due, Instant warn) {
        return new Term(statutoryBasis, statutoryRule, originalDueAt, due, warn, outerDueAt, true);
    }

    /** Other dates without an extension: a suspended clock went on. */
    Term movedTo(Instant due, Instant warn) {
        return new Term(statutoryBasis, statutoryRule, originalDueAt, due, warn, outerDueAt, extended);
    }
}
