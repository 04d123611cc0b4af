package io.duban.supervision.liaisons;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading many namings, and what they say nothing of: units that are supervised and have named nobody. */
@Component
class LiaisonDesk {

    private static final String PAGE = """
            select id from supervision_liaison l
            where %s
              and (:former or status = 'NAMED' and (valid_to is null or valid_to >= :today))
              and (:unit::uuid is null or unit_id = :unit)
              and (:lastAt::timestamptz is null or (named_at, id) < (:lastAt, :lastId))
            order by named_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    /** Units with a post that signs for what is sent there, since only those can be supervised. */
    private static final String WITHOUT = """
            select o.id, o.name from organization o
            where exists (select 1 from post join person on person.id = post.person_id and person.enabled
                          where post.organization_id = o.id and post.role = 'UNIT_LIAISON')
              and not exists (select 1 from supervision_liaison l where l.unit_id = o.id and l.status = 'NAMED'
                              and l.valid_from <= :today and (l.valid_to is null or l.valid_to >= :today))
            order by o.name, o.id""";

    private final DatabaseClient database;
    private final SupervisionLiaisons liaisons;

    LiaisonDesk(DatabaseClient database, SupervisionLiaisons liaisons) {
        this.database = database;
        this.liaisons = liaisons;
    }

    /** A unit without a liaison officer. */
    record Unit(UUID id, String name) {}

    /**
     * What to list, and after which one.
     *
     * @param former also those whose time is over
     */
    record Query(
            @Nullable UUID unitId,
            boolean former,
            LocalDate today,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit) {}

    Flux<SupervisionLiaison> list(Query query, Access access) {
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("former", query.former())
                .bind("today", query.today())
                .bind("unit", Binds.nullable(query.unitId(), UUID.class))
                .bind("lastAt", Binds.nullable(query.lastAt(), Instant.class))
                .bind("lastId", Binds.nullable(query.lastId(), UUID.class))
                .bind("limit", query.limit())
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(liaisons::findById);
    }

    Flux<Unit> unitsWithout(LocalDate today) {
        return database.sql(WITHOUT)
                .bind("today", today)
                .mapProperties(Unit.class)
                .all();
    }

    /** Whether the person is enabled and holds any post at the unit. */
    Mono<Boolean> worksAt(UUID personId, UUID unitId) {
        return database.sql("""
                        select exists (select 1 from post join person on person.id = post.person_id and person.enabled
                            where post.person_id = :person and post.organization_id = :unit)""")
                .bind("person", personId)
                .bind("unit", unitId)
                .map(row -> row.get(0, Boolean.class))
                .one();
    }
}
