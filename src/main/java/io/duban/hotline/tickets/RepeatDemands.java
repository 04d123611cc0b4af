package io.duban.hotline.tickets;

import io.duban.platform.persistence.Binds;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds repeated demands (重复诉求, domain 2.5 T23): the same citizen about the same matter, which is the same category at the same place, or a ticket
 * that takes up another one. Two calls taken in at the very same moment may not see each other; the next one sees both.
 */
@Component
class RepeatDemands {

    /** With the earlier ones, from this many on the manager is told. */
    private static final int MANY = 3;

    private static final int LOOKED_AT = 200;

    private static final String CHAIN = """
            with recursive chain as (
                select id, reopen_of from hotline_ticket where id = $1
                union all
                select t.id, t.reopen_of from hotline_ticket t join chain on t.id = chain.reopen_of)
            select id from chain""";

    /** An address as compared: without blanks; without an address, within about a hundred metres. */
    private static final String SAME_MATTER = """
            select t.id
            from (select id from hotline_call where caller_key = $1 order by id desc limit %d) c
            join hotline_ticket t on t.id = c.id
            where t.category_code = $2
              and (regexp_replace(t.address, '\\s', '', 'g') = regexp_replace($3::text, '\\s', '', 'g')
                   or abs(t.latitude - $4::float8) < 0.001 and abs(t.longitude - $5::float8) < 0.001)""".formatted(LOOKED_AT);

    private static final String WAITING =
            "select exists (select 1 from hotline_ticket where id = any($1) and repeat_unreviewed)";

    private final DatabaseClient database;

    RepeatDemands(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Earlier tickets of the same citizen about the same matter, which with this one are three or more; else none.
     *
     * @param isLookedAt a manager is looking at them already, and is not told again
     */
    record Earlier(List<UUID> ticketIds, boolean isLookedAt) {

        static final Earlier NONE = new Earlier(List.of(), false);

        List<UUID> toTell() {
            return isLookedAt ? List.of() : ticketIds;
        }

        /** What the log keeps, whether the manager is told or not; null for none. */
        @Nullable
        Integer count() {
            return ticketIds.isEmpty() ? null : ticketIds.size();
        }
    }

    /**
     * @param callerKey null for a caller who is not to be recognised, whose calls are not counted
     */
    Mono<Earlier> before(Demand demand, byte @Nullable [] callerKey, @Nullable UUID reopenOf) {
        if (callerKey == null) {
            return Mono.just(Earlier.NONE);
        }
        return Mono.zip(
                        sameMatter(demand, callerKey),
                        chain(reopenOf),
                        (matter, chain) -> Stream.concat(matter.stream(), chain.stream())
                                .distinct()
                                .sorted()
                                .toList())
                .filter(earlier -> earlier.size() >= MANY - 1)
                .flatMap(earlier -> isLookedAt(earlier).map(looked -> new Earlier(earlier, looked)))
                .defaultIfEmpty(Earlier.NONE);
    }

    private Mono<List<UUID>> sameMatter(Demand demand, byte[] callerKey) {
        return database.sql(SAME_MATTER)
                .bind(0, callerKey)
                .bind(1, demand.categoryCode())
                .bind(2, Binds.nullable(demand.address(), String.class))
                .bind(3, Binds.nullable(demand.latitude(), Double.class))
                .bind(4, Binds.nullable(demand.longitude(), Double.class))
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList();
    }

    private Mono<List<UUID>> chain(@Nullable UUID reopenOf) {
        return reopenOf == null
                ? Mono.just(List.of())
                : database.sql(CHAIN)
                        .bind(0, reopenOf)
                        .map(row -> row.get(0, UUID.class))
                        .all()
                        .collectList();
    }

    private Mono<Boolean> isLookedAt(List<UUID> earlier) {
        return database.sql(WAITING)
                .bind(0, earlier.toArray(UUID[]::new))
                .map(row -> row.get(0, Boolean.class))
                .one();
    }
}
