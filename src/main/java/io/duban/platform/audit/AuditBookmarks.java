package io.duban.platform.audit;

import io.duban.platform.persistence.Binds;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bookmarks up to which the chains were verified, and the rows behind them. */
@Component
class AuditBookmarks {

    private static final String BOOKMARKS = """
            select k.chain, coalesce(c.length, 0) as length, p.seq, p.hash, p.began_at, p.moved_at, p.ended_at, p.key_id, p.seal
            from generate_series(0, %d) k(chain) left join audit_chain c on c.chain = k.chain
            left join audit_bookmark p on p.chain = k.chain and p.walk = :walk order by k.chain""".formatted(AuditTrail.CHAINS - 1);

    private static final String KEEP = """
            insert into audit_bookmark (chain, walk, seq, hash, began_at, moved_at, ended_at, key_id, seal)
            values (:chain, :walk, :seq, :hash, :beganAt, :movedAt, :endedAt, :keyId, :seal)
            on conflict (chain, walk) do update set seq = excluded.seq, hash = excluded.hash, began_at = excluded.began_at,
                moved_at = excluded.moved_at, ended_at = excluded.ended_at, key_id = excluded.key_id, seal = excluded.seal""";

    private final DatabaseClient database;
    private final BookmarkSeal seal;
    private final Clock clock;

    AuditBookmarks(DatabaseClient database, BookmarkSeal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A chain, and how far it was verified as far as that can be trusted.
     *
     * @param length how many rows it has
     * @param forged where somebody moved the bookmark to; null when nobody did
     */
    record Remembered(
            AuditBookmark bookmark, long length, @Nullable ChainBreak forged) {

        long pending() {
            return length - bookmark.seq();
        }
    }

    /** As the database keeps it: to the microsecond. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Of every chain there should be. */
    Flux<Remembered> of(AuditBookmark.Walk walk) {
        return database.sql(BOOKMARKS)
                .bind("walk", walk.name())
                .map(row -> remembered(row, walk))
                .all();
    }

    Mono<Long> keep(AuditBookmark bookmark) {
        return database.sql(KEEP)
                .bind("chain", bookmark.chain())
                .bind("walk", bookmark.walk().name())
                .bind("seq", bookmark.seq())
                .bind("hash", Objects.requireNonNull(bookmark.hash()))
                .bind("beganAt", bookmark.beganAt())
                .bind("movedAt", bookmark.movedAt())
                .bind("endedAt", Binds.nullable(bookmark.endedAt(), Instant.class))
                .bind("keyId", seal.keyId())
                .bind("seal", seal.of(bookmark))
                .fetch()
                .rowsUpdated();
    }

    /** At most so many rows behind the bookmark. */
    Mono<ChainPiece> piece(AuditBookmark bookmark, int most) {
        return database.sql(ChainPiece.SQL)
                .bind("chain", bookmark.chain())
                .bind("seq", bookmark.seq())
                .bind("hash", Binds.nullable(bookmark.hash(), byte[].class))
                .bind("most", most)
                .mapProperties(ChainPiece.class)
                .one();
    }

    private Remembered remembered(Readable row, AuditBookmark.Walk walk) {
        var chain = row.get("chain", Integer.class);
        var length = row.get("length", Long.class);
        var beginning = AuditBookmark.beginning(chain, walk, now(), null);
        if (!seal.keyId().equals(row.get("key_id", String.class))) {
            return new Remembered(beginning, length, null);
        }
        var bookmark = new AuditBookmark(
                chain,
                walk,
                row.get("seq", Long.class),
                row.get("hash", byte[].class),
                row.get("began_at", Instant.class),
                row.get("moved_at", Instant.class),
                row.get("ended_at", Instant.class));
        if (seal.fits(bookmark, row.get("seal", byte[].class))) {
            return new Remembered(bookmark, length, null);
        }
        var place = Math.max(1, Math.min(bookmark.seq(), length));
        return new Remembered(beginning, length, new ChainBreak(chain, place, ChainBreak.Finding.BOOKMARK_CHANGED));
    }
}
