package io.duban.hotline.hotspots;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reading many hot spots, newest first. */
@Component
class HotspotDesk {

    private static final String PAGE = """
            select id from hotline_hotspot h
            where %s
              and (:status::text is null or status = :status)
              and (:from::timestamptz is null or detected_at >= :from and detected_at < :until)
              and (:lastAt::timestamptz is null or (detected_at, id) < (:lastAt, :lastId))
            order by detected_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private final DatabaseClient database;
    private final Hotspots hotspots;

    HotspotDesk(DatabaseClient database, Hotspots hotspots) {
        this.database = database;
        this.hotspots = hotspots;
    }

    /** What to list, and after which one; without a month, of all times. */
    record Query(
            @Nullable HotspotStatus status,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    Flux<Hotspot> list(Query query, Access access) {
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind(
                        "status",
                        Binds.nullable(
                                query.status() == null ? null : query.status().name(), String.class))
                .bind("from", Binds.nullable(query.from(), Instant.class))
                .bind("until", Binds.nullable(query.until(), Instant.class))
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(hotspots::findById);
    }
}
