package io.duban.supervision.authority;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What matters ask: whether somebody's department may supervise these units in this way today. */
@Component
public class DesignatedUnits {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final DatabaseClient database;

    DesignatedUnits(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The designation that lets him; empty where there is none.
     *
     * @param kind of supervision, by its name
     * @param objects all of them must be within the scope
     */
    public Mono<UUID> designation(Officer officer, String kind, Set<UUID> objects, Instant now) {
        var units = officer.posts().stream()
                .filter(post -> post.role().speaksForUnit())
                .map(Post::unitId)
                .distinct()
                .toArray(UUID[]::new);
        return database.sql("""
                        select id from supervision_designation
                        where unit_id = any($1) and $2 = any(kinds) and object_unit_ids @> $3
                          and status = 'IN_FORCE' and $4 between valid_from and valid_to
                        order by designated_at limit 1""")
                .bind(0, units)
                .bind(1, kind)
                .bind(2, objects.toArray(UUID[]::new))
                .bind(3, now.atZone(OFFICE).toLocalDate())
                .map(row -> row.get(0, UUID.class))
                .one();
    }
}
