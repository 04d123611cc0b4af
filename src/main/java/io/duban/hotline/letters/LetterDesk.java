package io.duban.hotline.letters;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.web.Cursors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading many letters, and what publishing one must know of its ticket. */
@Component
class LetterDesk {

    private static final String PAGE = """
            select id, version, status, ticket_id, ticket_number, title, channel, host_unit_id, drafted_at
            from hotline_letter
            where %s and (:status::text[] is null or status = any(:status))
              and (:lastAt::timestamptz is null or (drafted_at, id) < (:lastAt, :lastId))
            order by drafted_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private static final String PUBLISHED = """
            select id, title, channel, published_answer as answer, published_at from hotline_letter
            where published_at is not null and (:lastAt::timestamptz is null or (published_at, id) < (:lastAt, :lastId))
            order by published_at desc, id desc limit :limit""";

    private static final String WRITER = """
            select citizen_name as name, citizen_phone as phone, citizen_address as address, status in ('PENDING_CALLBACK', 'CLOSED', 'ARCHIVED') as passed,
                   keep_secret or demand_type = 'REPORT_WRONGDOING' as secret
            from hotline_ticket where id = :ticket""";

    private final DatabaseClient database;

    LetterDesk(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            LetterStatus status,
            UUID ticketId,
            String ticketNumber,
            String title,
            LetterChannel channel,
            UUID hostUnitId,
            Instant draftedAt) {}

    /** What everybody may read. */
    record Published(UUID id, String title, LetterChannel channel, String answer, Instant publishedAt) {}

    Flux<Row> list(@Nullable List<LetterStatus> status, Cursors.Place after, int limit, Access access) {
        return placed(access.zone().bindTo(database.sql(PAGE)), after, limit)
                .bind(
                        "status",
                        Binds.nullable(
                                status == null || status.isEmpty()
                                        ? null
                                        : status.stream().map(Enum::name).toArray(String[]::new),
                                String[].class))
                .mapProperties(Row.class)
                .all();
    }

    Flux<Published> published(Cursors.Place after, int limit) {
        return placed(database.sql(PUBLISHED), after, limit)
                .mapProperties(Published.class)
                .all();
    }

    Mono<LetterWriter> writer(UUID ticketId) {
        return database.sql(WRITER)
                .bind("ticket", ticketId)
                .mapProperties(LetterWriter.class)
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec placed(
            DatabaseClient.GenericExecuteSpec asked, Cursors.Place after, int limit) {
        return asked.bind("lastAt", Binds.nullable(after.at(), Instant.class))
                .bind("lastId", Binds.nullable(after.id(), UUID.class))
                .bind("limit", limit);
    }
}
