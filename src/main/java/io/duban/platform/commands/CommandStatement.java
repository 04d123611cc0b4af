package io.duban.platform.commands;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.audit.AuditTrail;
import io.duban.platform.audit.Deed;
import io.duban.platform.events.Event;
import io.duban.platform.identity.Mandate;
import io.duban.platform.persistence.Changes;
import io.duban.platform.persistence.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an outcome as one SQL statement: with data-modifying CTEs it is one round trip, and there is no half of it. */
@Component
class CommandStatement {

    private static final UUID[] NOBODY = {};

    private final List<ClockCopy> copies;

    CommandStatement(List<ClockCopy> copies) {
        this.copies = copies;
    }

    /** What a person commanded: a repeated key finds its answer, and a mandate that has ended meanwhile undoes it all. */
    Statement of(Command command, Outcome<?> outcome, StoredAnswer answer) {
        var statement = new Statement();
        if (!outcome.changesNothing()) {
            write(command.deed(), outcome, statement);
        }
        if (command.mandate() != null) {
            requireInForce(command.mandate(), statement);
        }
        remember(command, answer, statement);
        return statement;
    }

    /** What the product does by itself. */
    Statement of(Deed deed, Outcome<?> outcome) {
        var statement = new Statement();
        write(deed, outcome, statement);
        return statement;
    }

    private void write(Deed deed, Outcome<?> outcome, Statement statement) {
        outcome.effects().updates.forEach(row -> Changes.update(row, statement));
        outcome.effects().inserts.forEach(row -> Changes.insert(row, statement));
        TodoPieces.write(outcome, deed, statement);
        ClockPieces.write(outcome, deed, statement);
        RecountPieces.write(outcome.effects().recounted, copies, deed, statement);
        appendEvents(outcome, deed, statement);
        var subject = outcome.subject();
        AuditTrail.write(
                statement,
                deed.detailed(outcome.detail()),
                subject.subjectType(),
                subject.id(),
                subject.version(),
                furtherSubjects(outcome));
    }

    /** What one command does is one row of the trail, under whichever of its subjects one looks. */
    private static List<UUID> furtherSubjects(Outcome<?> outcome) {
        return outcome.effects().events.stream()
                .map(Event::subjectId)
                .filter(id -> !id.equals(outcome.subject().id()))
                .distinct()
                .toList();
    }

    /** Locked until the commit, so that it cannot end between this look and the act. */
    private static void requireInForce(Mandate mandate, Statement statement) {
        statement.guardedQuery(
                "select 1 from delegation where id = %s and ended_at is null and valid_to > now() for share"
                        .formatted(statement.value(mandate.id())));
    }

    /** All in one insert: the parts of a statement are carried out in no order one could rely on, but the last event says whose a subject is. */
    private static void appendEvents(Outcome<?> outcome, Deed deed, Statement statement) {
        var events = outcome.effects().events;
        if (events.isEmpty()) {
            return;
        }
        var rows = events.stream()
                .map(event -> logged(
                        event, deed, TodoPieces.desksOf(outcome, event.subjectId()), outcome.effects(), statement))
                .collect(Collectors.joining(", "));
        statement.piece("events", """
                insert into event_log (id, type, occurred_at, actor_id, on_behalf_of, subject_type, subject_id, subject_version, title,
                        priority, permission, unit_ids, participant_ids, told_ids, addressee_ids, state, due_at, light, facts)
                values %s""".formatted(rows));
    }

    /** Everybody who gets a to-do about a subject by this command is an addressee of its events; so are a delegate and his principal. */
    private static String logged(Event event, Deed deed, TodoPieces.Desks desks, Effects effects, Statement statement) {
        var addressees = new HashSet<>(event.addressees());
        var told = deed.onBehalfOf() == null ? Set.<UUID>of() : Set.of(deed.actorId(), deed.onBehalfOf());
        addressees.addAll(told);
        return """
                (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[]%s, %s::uuid[]%s, %s, %s, %s, %s)""".formatted(
                        statement.value(UuidCreator.getTimeOrderedEpoch()),
                        statement.value(event.type()),
                        statement.value(event.occurredAt()),
                        statement.value(deed.personId(), UUID.class),
                        statement.value(deed.onBehalfOf(), UUID.class),
                        statement.value(event.subjectType()),
                        statement.value(event.subjectId()),
                        statement.value(event.subjectVersion()),
                        statement.value(event.title()),
                        statement.value(event.priority().name()),
                        statement.value(event.audience().permission()),
                        ids(event.audience().units(), statement),
                        ids(event.audience().participants(), statement),
                        ids(told, statement),
                        desks.ofDelegates(),
                        ids(addressees, statement),
                        desks.ofAll(),
                        statement.value(event.state()),
                        statement.value(event.dueAt(), Instant.class),
                        statement.value(event.light().name()),
                        FactPieces.facts(event, effects, statement));
    }

    private static void remember(Command command, StoredAnswer answer, Statement statement) {
        statement.piece("remembered", """
                insert into idempotency_key (client_id, person_id, key, fingerprint, status, location, version, body)
                values (%s, %s, %s, %s, %s, %s, %s, %s)""".formatted(
                        statement.value(command.actor().clientId()),
                        statement.value(command.actor().id()),
                        statement.value(command.key()),
                        statement.value(command.fingerprint()),
                        statement.value(answer.status()),
                        statement.value(answer.location(), String.class),
                        statement.value(answer.etag(), String.class),
                        statement.value(answer.body())));
    }

    static String ids(@Nullable Collection<UUID> ids, Statement statement) {
        return statement.value(ids == null ? NOBODY : Set.copyOf(ids).toArray(UUID[]::new));
    }
}
