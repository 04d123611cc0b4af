package io.duban.platform.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where chains were found broken, and not sound again since. */
@Component
class ChainBreaks {

    private static final Logger log = LoggerFactory.getLogger(ChainBreaks.class);

    private static final String OPEN =
            "select chain, seq, finding from audit_break where mended_at is null order by chain, seq";

    private static final String WRITE = """
            insert into audit_break (chain, seq, finding, found_at) values (:chain, :seq, :finding, now())
            on conflict (chain, seq, finding) do update set mended_at = null, found_at = now() where audit_break.mended_at is not null""";

    /** What speaks of the past no row that is there now can mend. */
    private static final String MEND = """
            update audit_break set mended_at = now()
            where chain = :chain and seq > :after and seq <= :upTo and finding not in ('BOOKMARK_CHANGED', 'VERIFIED_ROW_GONE') and mended_at is null""";

    private final DatabaseClient database;

    ChainBreaks(DatabaseClient database) {
        this.database = database;
    }

    Flux<ChainBreak> open() {
        return database.sql(OPEN).mapProperties(ChainBreak.class).all();
    }

    /** Remembers it, and says so unless it is known. */
    Mono<Long> write(ChainBreak found) {
        return database.sql(WRITE)
                .bind("chain", found.chain())
                .bind("seq", found.seq())
                .bind("finding", found.finding().name())
                .fetch()
                .rowsUpdated()
                .doOnNext(written -> {
                    if (written > 0) {
                        log.error(
                                "The audit chain {} is broken at row {}: {}",
                                found.chain(),
                                found.seq(),
                                found.finding());
                    }
                });
    }

    /** Everything behind one row up to another is sound. */
    Mono<Long> mend(int chain, long after, long upTo) {
        return database.sql(MEND)
                .bind("chain", chain)
                .bind("after", after)
                .bind("upTo", upTo)
                .fetch()
                .rowsUpdated();
    }
}
