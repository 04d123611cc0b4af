package io.duban.hotline.open311;

import io.duban.hotline.tickets.HotlineTicketStatus;
import io.duban.hotline.tickets.OutsideDemands;
import io.duban.platform.persistence.Binds;
import io.duban.platform.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reading the requests, newest first. */
@Component
class RequestList {

    private static final String FIND = """
            select t.ticket_number, t.status, t.feedback_result as result, t.told_citizen_what as told, r.service_code, t.words, o.name as unit,
                   t.accepted_at, t.changed_at, t.closed_at, t.due_at, t.address, r.address_id, t.latitude, t.longitude
            from open311_request r
            join hotline_ticket t on t.id = r.ticket_id
            left join organization o on o.id = t.host_unit_id
            where %s
              and (:ids::text[] is null or t.ticket_number = any(:ids))
              and (:codes::text[] is null or r.service_code = any(:codes))
              and (:states::text[] is null or t.status = any(:states))
              and (:from::timestamptz is null or r.reported_at >= :from)
              and (:to::timestamptz is null or r.reported_at <= :to)
            order by r.reported_at desc, r.ticket_id desc limit 1000""".formatted(Visible.CONDITION);

    private static final String TOKEN = """
            select t.ticket_number from open311_request r join hotline_ticket t on t.id = r.ticket_id
            where %s and t.id::text = :token""".formatted(Visible.CONDITION);

    private final DatabaseClient database;
    private final Services services;
    private final Clock clock;

    RequestList(DatabaseClient database, Services services, Clock clock) {
        this.database = database;
        this.services = services;
        this.clock = clock;
    }

    Mono<Answer> list(Parameters said, Visible visible) {
        return Mono.defer(() -> find(RequestFilter.of(said, clock.instant()), visible));
    }

    /** @throws Refusal {@code E_WEB_NOT_FOUND} in the Mono when there is none he may see */
    Mono<Answer> one(String id, Visible visible) {
        return find(new RequestFilter(List.of(id), List.of(), null, null), visible)
                .filter(answer -> !((List<?>) answer.content()).isEmpty())
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** We give an id at once, so that nobody needs a token; the ticket's own UUID is taken for one. */
    Mono<Answer> token(String token, Visible visible) {
        return visible.bindTo(database.sql(TOKEN))
                .bind("token", token)
                .map(row -> row.get("ticket_number", String.class))
                .one()
                .map(number -> Answer.of(
                        "service_requests",
                        List.of(new Answer.Fields()
                                .with("service_request_id", number)
                                .with("token", token)
                                .done())))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<Answer> find(RequestFilter filter, Visible visible) {
        var span = Optional.ofNullable(filter.span());
        return services.all()
                .collectMap(Service::code, Service::name)
                .flatMap(names -> visible.bindTo(database.sql(FIND))
                        .bind("ids", Binds.nullable(texts(filter.ids()), String[].class))
                        .bind("codes", Binds.nullable(texts(filter.codes()), String[].class))
                        .bind("states", Binds.nullable(states(filter.open()), String[].class))
                        .bind(
                                "from",
                                Binds.nullable(
                                        span.map(RequestFilter.Span::from).orElse(null), Instant.class))
                        .bind(
                                "to",
                                Binds.nullable(span.map(RequestFilter.Span::to).orElse(null), Instant.class))
                        .mapProperties(Row.class)
                        .all()
                        .map(row -> row.fields(names.get(row.serviceCode())))
                        .collectList())
                .map(requests -> Answer.of("service_requests", requests));
    }

    private static String @Nullable [] texts(List<String> texts) {
        return texts.isEmpty() ? null : texts.toArray(String[]::new);
    }

    private static String @Nullable [] states(@Nullable Boolean open) {
        return open == null ? null : PublicStatus.states(open);
    }

    /** A request as it may be shown: no citizen, no inner words, and no picture, since none was cleared to be public. */
    record Row(
            String ticketNumber,
            HotlineTicketStatus status,
            @Nullable String result,
            @Nullable String told,
            String serviceCode,
            String words,
            @Nullable String unit,
            Instant acceptedAt,
            Instant changedAt,
            @Nullable Instant closedAt,
            @Nullable Instant dueAt,
            @Nullable String address,
            @Nullable String addressId,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        Map<String, Object> fields(@Nullable String serviceName) {
            var shown = PublicStatus.of(status, result);
            return new Answer.Fields()
                    .with("service_request_id", ticketNumber)
                    .with("status", shown.plain())
                    .with("status_notes", shown.with(PublicStatus.isAnswered(status) ? told : null))
                    .with("service_name", serviceName)
                    .with("service_code", serviceCode)
                    .with("description", OutsideDemands.publicWords(words))
                    .with("agency_responsible", unit)
                    .with("requested_datetime", W3cTime.write(acceptedAt))
                    .with("updated_datetime", W3cTime.write(closedAt == null ? changedAt : closedAt))
                    .with("expected_datetime", shown.word().isOpen() ? W3cTime.write(dueAt) : null)
                    .with("address", address)
                    .with("address_id", addressId)
                    .with("lat", latitude)
                    .with("long", longitude)
                    .done();
        }
    }
}
