package io.duban.platform.calendar;

import io.duban.platform.calendar.DeadlineArithmetic.Period;
import io.duban.platform.calendar.DeadlineChange.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts open clocks anew by the calendar as it is now: from their trigger, or from the host or the outer date they rest on, and then again what
 * happened to them since. A longer date is the new one; a shorter one waits for a decision. Dates that a person gave stay.
 */
public final class Recounter {

    private final Edition edition;
    private final DeadlineArithmetic arithmetic;

    Recounter(Edition edition) {
        this.edition = edition;
        this.arithmetic = edition.arithmetic();
    }

    /** By the calendar that made its date, or was asked last, it comes to what it is. */
    public Recount recount(OpenClock clock) {
        var deadline = clock.deadline();
        var rule = edition.ruleOf(deadline);
        var base = base(clock, rule);
        var due = replay(base.dueAt(), clock.changes(), rule);
        var version = version(deadline, base.dueAt());
        if (due.isBefore(deadline.currentDueAt())) {
            var shorter = new Recount.Shorter(
                    due,
                    arithmetic.warning(due, deadline.triggerAt(), base.rule()),
                    base.dueAt(),
                    changedYear(clock.countedBy(), version));
            return staying(clock, deadline.calendarVersion(), version, base.provisional(), shorter);
        }
        if (due.equals(deadline.currentDueAt())) {
            return staying(clock, version, null, base.provisional(), null);
        }
        return new Recount(
                deadline.id(),
                deadline.currentDueAt(),
                clock.countedBy(),
                Kind.RECOMPUTED,
                due,
                arithmetic.warning(due, deadline.triggerAt(), base.rule()),
                base.dueAt(),
                version,
                null,
                base.provisional(),
                null);
    }

    private static Recount staying(
            OpenClock clock,
            String calendarVersion,
            @Nullable String checkedVersion,
            boolean provisional,
            Recount.@Nullable Shorter shorter) {
        var deadline = clock.deadline();
        return new Recount(
                deadline.id(),
                deadline.currentDueAt(),
                clock.countedBy(),
                null,
                deadline.currentDueAt(),
                deadline.warnAt(),
                deadline.originalDueAt(),
                calendarVersion,
                checkedVersion,
                provisional,
                shorter);
    }

    /** What the rule gives, before anything happened to it. */
    private Period base(OpenClock clock, DeadlineRule rule) {
        var deadline = clock.deadline();
        var host = clock.host();
        var outer = deadline.outerDueAt();
        return switch (DeadlineExplanation.Kind.of(deadline.ruleId())) {
            case PLAIN -> arithmetic.from(deadline.triggerAt(), rule);
            case CO_HANDLER ->
                host == null
                        ? given(deadline, rule)
                        : arithmetic
                                .sharedFrom(deadline.triggerAt(), rule, host.triggerAt(), host.dueAt())
                                .or(host.provisional());
            case INNER -> outer == null ? given(deadline, rule) : arithmetic.inside(outer, deadline.triggerAt(), rule);
            case GIVEN -> given(deadline, rule);
        };
    }

    private static Period given(Deadline deadline, DeadlineRule rule) {
        return new Period(
                rule, deadline.originalDueAt(), deadline.warnAt(), deadline.calendarVersion(), deadline.provisional());
    }

    /** An extension is a date that was granted, a suspension is time that is added; a refused shortening keeps its date. */
    private Instant replay(Instant base, List<DeadlineChange> changes, DeadlineRule rule) {
        var due = base;
        for (var change : sinceReplaced(changes)) {
            due = switch (change.kind()) {
                case SUSPENDED ->
                    change.suspendedAt() == null
                            ? due
                            : arithmetic.lengthened(due, change.suspendedAt(), change.changedAt(), rule);
                case EXTENDED ->
                    change.dueAfter().isBefore(change.dueBefore())
                            ? change.dueAfter()
                            : WorkingTime.later(due, change.dueAfter());
                case KEPT -> WorkingTime.later(due, change.dueAfter());
                case RECOMPUTED, REPLACED -> due;
            };
        }
        return due;
    }

    private static List<DeadlineChange> sinceReplaced(List<DeadlineChange> changes) {
        var since = new ArrayList<DeadlineChange>();
        for (var change : changes) {
            if (change.kind() == Kind.REPLACED) {
                since.clear();
            } else {
                since.add(change);
            }
        }
        return since;
    }

    /** The first year of which the two know different calendars. */
    private static int changedYear(String before, String after) {
        var known = List.of(before.split("\\+"));
        return Arrays.stream(after.split("\\+"))
                .filter(part -> !known.contains(part))
                .findFirst()
                .map(part -> Integer.parseInt(part.substring(0, part.indexOf('.'))))
                .orElseThrow(() -> new IllegalStateException("counted twice by calendar " + after));
    }

    /** Of all years it runs through, also by what was added to it. */
    private String version(Deadline deadline, Instant base) {
        LocalDate asked = WorkingTime.dayOf(deadline.triggerAt());
        LocalDate last = WorkingTime.dayEndingAt(WorkingTime.later(base, deadline.currentDueAt()));
        return edition.calendar().versionOver(asked, last.isBefore(asked) ? asked : last);
    }
}
