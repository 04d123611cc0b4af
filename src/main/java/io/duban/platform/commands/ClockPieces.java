package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.persistence.Statement;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The clocks of an outcome, as pieces of its statement; with a clock goes the to-do it has opened by turning red. */
final class ClockPieces {

    private static final Assignee NOBODY = Assignee.persons(Set.of());

    private ClockPieces() {}

    static void write(Outcome<?> outcome, Deed deed, Statement statement) {
        IntStream.range(0, outcome.effects().satisfied.size())
                .forEach(i -> satisfy(i, outcome.effects().satisfied.get(i), deed, statement));
        IntStream.range(0, outcome.effects().resumed.size())
                .forEach(i -> resume(i, outcome.effects().resumed.get(i), statement));
        IntStream.range(0, outcome.effects().moved.size())
                .forEach(i -> move(i, outcome.effects().moved.get(i), statement));
        IntStream.range(0, outcome.effects().started.size())
                .forEach(i -> statement.piece(
                        "started_" + i, start(outcome.effects().started.get(i), statement)));
    }

    private static void satisfy(int i, Effects.StoppedClock clock, Deed deed, Statement statement) {
        statement.piece(
                "satisfied_" + i,
                "update deadline set satisfied_at = %s where subject_id = %s and step = %s and satisfied_at is null returning id"
                        .formatted(
                                statement.value(clock.at()),
                                statement.value(clock.subjectId()),
                                statement.value(clock.step())));
        statement.piece(
                "calmed_" + i,
                "update todo set closed_at = %s, closed_by = %s where closed_at is null and clock_id in (select id from satisfied_%d)"
                        .formatted(statement.value(deed.at()), statement.value(deed.personId(), UUID.class), i));
    }

    /** What an overdue clock had opened is open again, as the clock itself is red again. */
    private static void resume(int i, Effects.ResumedClock clock, Statement statement) {
        statement.piece(
                "resumed_" + i, """
                update deadline set satisfied_at = null where id = (
                    select id from deadline where subject_id = %s and step = %s order by trigger_at desc limit 1) returning id""".formatted(statement.value(clock.subjectId()), statement.value(clock.step())));
        statement.piece(
                "reopened_" + i,
                "update todo set closed_at = null, closed_by = null where on_behalf_of is null and clock_id in (select id from resumed_%d)"
                        .formatted(i));
    }

    /** It says anew when it turns yellow or red: what was said of the old date is past. */
    private static void move(int i, Effects.MovedClock clock, Statement statement) {
        var under = clock.under();
        statement.piece("moved_" + i, """
                update deadline set current_due_at = %s, warn_at = %s, warned_at = null, overdue_at = null,
                    rule_id = coalesce(%s, rule_id), rule_version = coalesce(%s, rule_version),
                    calendar_version = coalesce(%s, calendar_version), original_due_at = coalesce(%s, original_due_at)
                where subject_id = %s and step = %s and satisfied_at is null""".formatted(
                        statement.value(clock.dueAt()),
                        statement.value(clock.warnAt()),
                        statement.value(under == null ? null : under.ruleId(), String.class),
                        statement.value(under == null ? null : under.ruleVersion(), Integer.class),
                        statement.value(under == null ? null : under.calendarVersion(), String.class),
                        statement.value(under == null ? null : under.originalDueAt(), Instant.class),
                        statement.value(clock.subjectId()),
                        statement.value(clock.step())));
    }

    private static String start(Effects.StartedClock started, Statement statement) {
        var deadline = started.deadline();
        var escalation = started.escalation();
        var to = escalation == null ? NOBODY : escalation.to();
        return """
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at,
                        original_due_at, current_due_at, warn_at, provisional,
                        escalation_action, escalation_persons, escalation_roles, escalation_units)
                values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)""".formatted(
                        statement.value(deadline.id()),
                        statement.value(deadline.subjectType()),
                        statement.value(deadline.subjectId()),
                        statement.value(deadline.step()),
                        statement.value(deadline.ruleId()),
                        statement.value(deadline.ruleVersion()),
                        statement.value(deadline.calendarVersion()),
                        statement.value(deadline.triggerAt()),
                        statement.value(deadline.originalDueAt()),
                        statement.value(deadline.currentDueAt()),
                        statement.value(deadline.warnAt()),
                        statement.value(deadline.provisional()),
                        statement.value(escalation == null ? null : escalation.action(), String.class),
                        CommandStatement.ids(to.persons(), statement),
                        TodoPieces.roles(to, statement),
                        CommandStatement.ids(to.units(), statement));
    }
}
