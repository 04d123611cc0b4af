package io.duban.platform.commands;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.audit.AuditTrail;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.events.Event;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Changes;
import io.duban.platform.persistence.Statement;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an outcome as one SQL statement: with data-modifying CTEs it is one round trip, and there is no half of it. */
@Component
class CommandStatement {

    private static final UUID[] NOBODY = {};

    private final Changes changes;

    CommandStatement(Changes changes) {
        this.changes = changes;
    }

    Statement of(Command command, Outcome<?> outcome, StoredAnswer answer) {
        var statement = new Statement();
        outcome.updates().forEach(row -> changes.update(row, statement));
        outcome.inserts().forEach(row -> changes.insert(row, statement));
        if (!outcome.changesNothing()) {
            closeTodos(outcome, command, statement);
            openTodos(outcome, command.now(), statement);
            moveClocks(outcome, statement);
            appendEvents(outcome, command.officer().id(), statement);
            var subject = outcome.subject();
            AuditTrail.write(
                    statement,
                    command.officer(),
                    command.address(),
                    command.action(),
                    subject.subjectType(),
                    subject.id(),
                    subject.version());
        }
        remember(command, answer, statement);
        return statement;
    }

    private static void closeTodos(Outcome<?> outcome, Command command, Statement statement) {
        IntStream.range(0, outcome.closed().size()).forEach(i -> {
            var closed = outcome.closed().get(i);
            statement.piece("closed_" + i, """
                    update todo set closed_at = %1$s, closed_by = %2$s
                    where subject_id = %3$s and action = %4$s and closed_at is null and (%5$s::uuid is null or person_id = %5$s)
                      and (%6$s::uuid is null or person_id in (select person_id from post where organization_id = %6$s))""".formatted(
                            statement.value(command.now()),
                            statement.value(command.officer().id()),
                            statement.value(closed.subjectId()),
                            statement.value(closed.action()),
                            statement.value(closed.person(), UUID.class),
                            statement.value(closed.unit(), UUID.class)));
        });
    }

    /** The holders of a post are looked up inside the statement: who holds it at this moment. */
    private static void openTodos(Outcome<?> outcome, Instant now, Statement statement) {
        IntStream.range(0, outcome.opened().size()).forEach(i -> {
            var subject = outcome.opened().get(i).subject();
            var order = outcome.opened().get(i).order();
            statement.piece("holders_" + i, holders(order.assignee(), statement));
            statement.piece("opened_" + i, """
                    insert into todo (id, person_id, subject_type, subject_id, action, title, due_at, opened_at)
                    select gen_random_uuid(), person_id, %s, %s, %s, %s, %s, %s from holders_%d
                    on conflict (subject_id, action, person_id) where closed_at is null do update set due_at = excluded.due_at""".formatted(
                            statement.value(subject.subjectType()),
                            statement.value(subject.id()),
                            statement.value(order.action()),
                            statement.value(subject.title()),
                            statement.value(order.dueAt(), Instant.class),
                            statement.value(now),
                            i));
        });
    }

    private static String holders(Assignee assignee, Statement statement) {
        return """
                select unnest(%1$s::uuid[]) as person_id
                union
                select p.person_id from post p join person on person.id = p.person_id and person.enabled
                where p.role = any(%2$s) and (%3$s::uuid[] = '{}' or p.organization_id = any(%3$s))""".formatted(
                ids(assignee.persons(), statement),
                statement.value(assignee.roles().stream().map(Role::name).toArray(String[]::new)),
                ids(assignee.units(), statement));
    }

    private static void moveClocks(Outcome<?> outcome, Statement statement) {
        IntStream.range(0, outcome.satisfied().size()).forEach(i -> {
            var clock = outcome.satisfied().get(i);
            statement.piece(
                    "satisfied_" + i,
                    "update deadline set satisfied_at = %s where subject_id = %s and step = %s and satisfied_at is null"
                            .formatted(
                                    statement.value(clock.at()),
                                    statement.value(clock.subjectId()),
                                    statement.value(clock.step())));
        });
        IntStream.range(0, outcome.resumed().size())
                .forEach(i -> statement.piece("resumed_" + i, """
                        update deadline set satisfied_at = null where id = (
                            select id from deadline where subject_id = %s and step = %s order by trigger_at desc limit 1)""".formatted(
                                statement.value(outcome.resumed().get(i).subjectId()),
                                statement.value(outcome.resumed().get(i).step()))));
        IntStream.range(0, outcome.started().size())
                .forEach(i ->
                        statement.piece("started_" + i, start(outcome.started().get(i), statement)));
    }

    private static String start(Deadline deadline, Statement statement) {
        return """
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at,
                        original_due_at, current_due_at, warn_at, provisional)
                values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)""".formatted(
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
                        statement.value(deadline.provisional()));
    }

    /** Everybody who gets a to-do about a subject by this command is an addressee of its events. */
    private static void appendEvents(Outcome<?> outcome, UUID actor, Statement statement) {
        IntStream.range(0, outcome.events().size()).forEach(i -> {
            var event = outcome.events().get(i);
            var holders = IntStream.range(0, outcome.opened().size())
                    .filter(todo -> outcome.opened().get(todo).subject().id().equals(event.subjectId()))
                    .mapToObj("select person_id from holders_%d"::formatted)
                    .collect(Collectors.joining(" union "));
            var desks = holders.isEmpty() ? "" : " || array(%s)".formatted(holders);
            statement.piece("event_" + i, append(event, actor, desks, statement));
        });
    }

    private static String append(Event event, UUID actor, String desks, Statement statement) {
        return """
                insert into event_log (id, type, occurred_at, actor_id, subject_type, subject_id, subject_version, title, priority,
                        permission, unit_ids, participant_ids, addressee_ids, state, due_at, light)
                values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[]%s, %s, %s, %s)""".formatted(
                        statement.value(UuidCreator.getTimeOrderedEpoch()),
                        statement.value(event.type()),
                        statement.value(event.occurredAt()),
                        statement.value(actor),
                        statement.value(event.subjectType()),
                        statement.value(event.subjectId()),
                        statement.value(event.subjectVersion()),
                        statement.value(event.title()),
                        statement.value(event.priority().name()),
                        statement.value(event.audience().permission()),
                        ids(event.audience().units(), statement),
                        ids(event.audience().participants(), statement),
                        ids(event.addressees(), statement),
                        desks,
                        statement.value(event.state()),
                        statement.value(event.dueAt(), Instant.class),
                        statement.value(event.light().name()));
    }

    private static void remember(Command command, StoredAnswer answer, Statement statement) {
        statement.piece("remembered", """
                insert into idempotency_key (client_id, person_id, key, fingerprint, status, location, version, body)
                values (%s, %s, %s, %s, %s, %s, %s, %s)""".formatted(
                        statement.value(command.officer().clientId()),
                        statement.value(command.officer().id()),
                        statement.value(command.key()),
                        statement.value(command.fingerprint()),
                        statement.value(answer.status()),
                        statement.value(answer.location(), String.class),
                        statement.value(answer.etag(), String.class),
                        statement.value(answer.body())));
    }

    private static String ids(@Nullable Collection<UUID> ids, Statement statement) {
        return statement.value(ids == null ? NOBODY : Set.copyOf(ids).toArray(UUID[]::new));
    }
}
