package io.duban.hotline.open311;

import io.duban.hotline.tickets.HotlineTicketStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What happened to the reports, as FixMyStreet's extension tells it: the changes of state in the event log that read differently to the public. An update's
 * id is its event's, so that it never changes.
 */
@Component
class UpdateFeed {

    private static final int MOST = 1000;

    private static final String MOVED = """
            with moved as (
              select e.id, e.position, e.state, e.occurred_at, t.ticket_number, t.feedback_result as result,
                     lag(e.state) over (partition by e.subject_id order by e.subject_version, e.position) as before,
                     case when e.occurred_at >= t.feedback_at then t.told_citizen_what end as told
              from %s
              join event_log e on e.subject_id = t.id and e.subject_type = 'hotline.ticket' and e.state is not null
              where %s)
            select id, state, before, occurred_at, ticket_number, result, told from moved
            where before is not null and before <> state and occurred_at >= :from and occurred_at <= :to
            order by occurred_at, position limit 5000""";

    private static final String SINCE = MOVED.formatted(
            "open311_request r join hotline_ticket t on t.id = r.ticket_id",
            Visible.CONDITION + " and t.changed_at >= :from");

    private static final String OF_TICKET = MOVED.formatted("hotline_ticket t", "t.id = :ticket");

    private final DatabaseClient database;
    private final Clock clock;

    UpdateFeed(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of a span, oldest first. */
    Mono<Answer> list(Parameters said, Visible visible) {
        return Mono.defer(() -> {
            var span = RequestFilter.Span.of(said, clock.instant());
            return visible.bindTo(database.sql(SINCE))
                    .bind("from", span.from())
                    .bind("to", span.to())
                    .mapProperties(Moved.class)
                    .all()
                    .filter(Moved::readsDifferently)
                    .take(MOST)
                    .map(Moved::fields)
                    .collectList()
                    .map(updates -> Answer.of("service_request_updates", updates));
        });
    }

    /** Those of one ticket, oldest first, whatever channel it came by. */
    Flux<PublicUpdate> of(UUID ticketId) {
        return database.sql(OF_TICKET)
                .bind("ticket", ticketId)
                .bind("from", Instant.EPOCH)
                .bind("to", clock.instant())
                .mapProperties(Moved.class)
                .all()
                .filter(Moved::readsDifferently)
                .map(Moved::update);
    }

    /**
     * A change of state.
     *
     * @param told what the citizen was told of the result that stands now
     */
    record Moved(
            UUID id,
            HotlineTicketStatus state,
            HotlineTicketStatus before,
            Instant occurredAt,
            String ticketNumber,
            @Nullable String result,
            @Nullable String told) {

        boolean readsDifferently() {
            return !shown().equals(PublicStatus.of(before, result));
        }

        PublicStatus shown() {
            return PublicStatus.of(state, result);
        }

        PublicUpdate update() {
            var text = shown().with(PublicStatus.isAnswered(state) ? told : null);
            return new PublicUpdate(id, occurredAt, shown().word(), text);
        }

        Map<String, Object> fields() {
            var update = update();
            return new Answer.Fields()
                    .with("update_id", id.toString())
                    .with("service_request_id", ticketNumber)
                    .with("status", update.status().name())
                    .with("updated_datetime", W3cTime.write(occurredAt))
                    .with("description", update.description())
                    .done();
        }
    }
}
