package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Statement;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        EndPieces.stopClocks(outcome, statement);
        ClockMoves.write(outcome.effects(), deed, statement);
        IntStream.range(0, outcome.effects().started.size())
                .forEach(i -> statement.piece(
                        "started_" + i,
                        start(
                                outcome.effects().started.get(i),
                                EndPieces.afterClocks(outcome) + " and " + afterStopped(outcome.effects(), i),
                                statement)));
    }

    private static void satisfy(int i, Effects.StoppedClock clock, Deed deed, Statement statement) {
        statement.piece(
                "satisfied_" + i,
                "update deadline set satisfied_at = %s where subject_id = %s and step = %s and satisfied_at is null returning id"
                        .formatted(
                                statement.value(clock.at()),
                                statement.value(clock.subjectId()),
                                statement.value(clock.step())));
        calm("satisfied_" + i, "true", deed, statement);
    }

    /** What these clocks had opened is off the desks. */
    static void calm(String clocks, String which, Deed deed, Statement statement) {
        statement.piece(
                "calmed_by_" + clocks,
                "update todo set closed_at = %s, closed_by = %s where closed_at is null and clock_id in (select id from %s where %s)"
                        .formatted(
                                statement.value(deed.at()),
                                statement.value(deed.personId(), UUID.class),
                                clocks,
                                which));
    }

    /** What an overdue clock had opened is open again, as the clock itself is red again. */
    private static void resume(int i, Effects.ResumedClock clock, Statement statement) {
        statement.piece(
                "resumed_" + i, """
                update deadline set satisfied_at = null where id = (
                    select id from deadline where subject_id = %s and step = %s order by trigger_at desc limit 1) returning id, overdue_at, suspended_at""".formatted(statement.value(clock.subjectId()), statement.value(clock.step())));
        reopen("resumed_" + i, statement);
    }

    /** What these clocks had opened is open again, where they are still overdue. */
    static void reopen(String clocks, Statement statement) {
        statement.piece(
                "reopened_by_" + clocks,
                "update todo set closed_at = null, closed_by = null where on_behalf_of is null and clock_id in (select id from %s where overdue_at is not null and suspended_at is null)"
                        .formatted(clocks));
    }

    /** The parts of a statement are carried out in no order one could rely on, but one clock at a time runs for a step: what stops the one before is asked first. */
    private static String afterStopped(Effects effects, int started) {
        var begun = effects.started.get(started).deadline();
        return IntStream.range(0, effects.satisfied.size())
                .filter(i -> effects.satisfied.get(i).subjectId().equals(begun.subjectId())
                        && effects.satisfied.get(i).step().equals(begun.step()))
                .mapToObj("(select count(*) from satisfied_%d) >= 0"::formatted)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), after -> after.isEmpty() ? "true" : after));
    }

    private static String start(Effects.StartedClock started, String when, Statement statement) {
        var deadline = started.deadline();
        var escalation = started.escalation();
        var to = escalation == null ? NOBODY : escalation.to();
        var second = escalation == null ? null : escalation.second();
        return """
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at,
                        original_due_at, current_due_at, warn_at, provisional,
                        escalation_action, escalation_persons, escalation_roles, escalation_units,
                        second_persons, second_roles, second_units, host_id, outer_due_at)
                select %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s where %s""".formatted(
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
                        assignee(to, statement),
                        second == null ? "null, null, null" : assignee(second, statement),
                        statement.value(deadline.hostId(), UUID.class),
                        statement.value(deadline.outerDueAt(), Instant.class),
                        when);
    }

    private static String assignee(Assignee assignee, Statement statement) {
        return "%s, %s, %s"
                .formatted(
                        CommandStatement.ids(assignee.persons(), statement),
                        statement.value(
                                assignee.roles().stream().map(Role::name).toArray(String[]::new)),
                        CommandStatement.ids(assignee.units(), statement));
    }
}
