package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.calendar.Continuation;
import io.duban.platform.persistence.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clocks of an outcome that get another date or stand still, as pieces of its statement; what their date was stays on record. */
final class ClockMoves {

    private ClockMoves() {}

    static void write(Effects effects, Deed deed, Statement statement) {
        IntStream.range(0, effects.moved.size()).forEach(i -> move(i, effects.moved.get(i), deed, statement));
        IntStream.range(0, effects.suspended.size())
                .forEach(i -> suspend(i, effects.suspended.get(i), deed, statement));
        IntStream.range(0, effects.continued.size())
                .forEach(i -> proceed(i, effects.continued.get(i), deed, statement));
        if (!effects.continued.isEmpty()) {
            postpone(effects.continued.size(), statement);
        }
    }

    /** It says anew when it turns yellow or red: what was said of the old date is past. */
    private static void move(int i, Effects.MovedClock clock, Deed deed, Statement statement) {
        var under = clock.under();
        var running = "where subject_id = %s and step = %s and satisfied_at is null"
                .formatted(statement.value(clock.subjectId()), statement.value(clock.step()));
        var dueAt = statement.value(clock.dueAt());
        remember(
                under == null ? "EXTENDED" : "REPLACED",
                "extension_" + i,
                dueAt,
                "null::timestamptz",
                running,
                deed,
                statement);
        statement.piece("moved_" + i, """
                update deadline set %s,
                    rule_id = coalesce(%s, rule_id), rule_version = coalesce(%s, rule_version),
                    calendar_version = coalesce(%s, calendar_version), original_due_at = coalesce(%s, original_due_at),
                    provisional = coalesce(%s, provisional)
                %s returning id, current_due_at""".formatted(
                        dates(dueAt, statement.value(clock.warnAt())),
                        statement.value(under == null ? null : under.ruleId(), String.class),
                        statement.value(under == null ? null : under.ruleVersion(), Integer.class),
                        statement.value(under == null ? null : under.calendarVersion(), String.class),
                        statement.value(under == null ? null : under.originalDueAt(), Instant.class),
                        statement.value(under == null ? null : under.provisional(), Boolean.class),
                        running));
        ClockPieces.calm("moved_" + i, "current_due_at > " + statement.value(deed.at()), deed, statement);
    }

    private static void suspend(int i, Effects.SuspendedClock clock, Deed deed, Statement statement) {
        statement.piece("suspended_" + i, """
                update deadline set suspended_at = %s
                where subject_id = %s and step = %s and satisfied_at is null and suspended_at is null returning id""".formatted(
                        statement.value(deed.at()), statement.value(clock.subjectId()), statement.value(clock.step())));
        ClockPieces.calm("suspended_" + i, "true", deed, statement);
    }

    /** The date was counted from what was seen: a clock that went on meanwhile undoes it all. With the date it had, what it had opened is open again. */
    private static void proceed(int i, Continuation dates, Deed deed, Statement statement) {
        var dueAt = statement.value(dates.dueAt());
        var suspended = "where id = %s and satisfied_at is null and suspended_at = %s and current_due_at = %s"
                .formatted(
                        statement.value(dates.deadlineId()),
                        statement.value(dates.suspendedAt()),
                        statement.value(dates.seenDueAt()));
        remember("SUSPENDED", "suspension_" + i, dueAt, "suspended_at", suspended, deed, statement);
        statement.piece(
                "continued_" + i,
                "update deadline set suspended_at = null, calendar_version = %s, provisional = %s, %s %s returning id, overdue_at, suspended_at, subject_id, current_due_at, %s::timestamptz as due_before"
                        .formatted(
                                statement.value(dates.calendarVersion()),
                                statement.value(dates.provisional()),
                                dates(dueAt, statement.value(dates.warnAt())),
                                suspended,
                                statement.value(dates.seenDueAt())));
        statement.guardedQuery("select 1 from continued_" + i);
        ClockPieces.reopen("continued_" + i, statement);
    }

    /** What lies on the desks until such a date lies there until the new one. */
    private static void postpone(int clocks, Statement statement) {
        statement.piece("postponed", """
                update todo t set due_at = c.due_at
                from (select subject_id, due_before, max(due_at) as due_at from (%s) continued
                      where due_at <> due_before group by subject_id, due_before) c
                where t.subject_id = c.subject_id and t.due_at = c.due_before and t.closed_at is null""".formatted(IntStream.range(0, clocks)
                .mapToObj("select subject_id, due_before, current_due_at as due_at from continued_%d"::formatted)
                .collect(Collectors.joining(" union all "))));
    }

    /**
     * A clock with another date says anew when it turns yellow or red; with the same date it has said it. Whether the calendar makes it shorter is
     * asked again.
     */
    private static String dates(String dueAt, String warnAt) {
        return """
                current_due_at = %1$s, warn_at = %2$s,
                    checked_version = case when shorter_due_at is null then checked_version end,
                    shorter_due_at = null, shorter_warn_at = null, shorter_original_at = null, shorter_year = null,
                    warned_at = case when current_due_at = %1$s then warned_at end,
                    overdue_at = case when current_due_at = %1$s then overdue_at end,
                    second_due_at = case when current_due_at = %1$s then second_due_at end,
                    second_told_at = case when current_due_at = %1$s then second_told_at end""".formatted(dueAt, warnAt);
    }

    /** Written beside the change itself, it sees the clock as it was before. */
    private static void remember(
            String kind,
            String piece,
            String dueAfter,
            String suspendedAt,
            String which,
            Deed deed,
            Statement statement) {
        statement.piece(piece, """
                insert into deadline_change (deadline_id, kind, changed_at, changed_by, suspended_at, due_before, due_after)
                select id, '%s', %s, %s, %s, current_due_at, %s from deadline %s""".formatted(
                        kind,
                        statement.value(deed.at()),
                        statement.value(deed.personId(), UUID.class),
                        suspendedAt,
                        dueAfter,
                        which));
    }
}
