package io.duban.platform.audit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Verifies the audit trail in small pieces, each of which is one short statement: what was added, soon; everything again, in the nights. A break is written
 * down, and the walk goes on behind it. Two who walk at once do the same work twice and no harm.
 */
@Component
class AuditWalk {

    /** Some 30 ms of the database. */
    static final int PIECE = 2_000;

    /** A turn of this many pieces takes one or two seconds, and then others have a pause of ten. */
    private static final int MOST_PIECES = 64;

    /** By day the trail's end is left to whoever asks, as long as it is short. */
    private static final int LEFT_BY_DAY = 1_000;

    /** From one beginning to the next, less than the time between two nights. */
    private static final Duration BETWEEN = Duration.ofHours(18);

    private final AuditBookmarks bookmarks;
    private final ChainBreaks breaks;
    private final NightHours night;

    AuditWalk(AuditBookmarks bookmarks, ChainBreaks breaks, NightHours night) {
        this.bookmarks = bookmarks;
        this.breaks = breaks;
        this.night = night;
    }

    /** One turn: how many pieces were read. */
    Mono<Integer> run() {
        return Mono.defer(() -> run(night.cover(bookmarks.now()), MOST_PIECES));
    }

    /** @param all whether everything is to be looked at, and not only what is much */
    Mono<Integer> run(boolean all, int mostPieces) {
        return Mono.defer(() -> {
            var left = new AtomicInteger(mostPieces);
            var added = bookmarks
                    .of(AuditBookmark.Walk.ADDED)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(this::told)
                    .filter(chain -> chain.pending() > (all ? 0 : LEFT_BY_DAY) || chain.pending() < 0)
                    .concatMap(chain -> along(chain.bookmark(), left));
            var whole = bookmarks
                    .of(AuditBookmark.Walk.WHOLE)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(this::told)
                    .map(chain -> again(chain.bookmark()))
                    .filter(bookmark -> !bookmark.isOver())
                    .concatMap(bookmark -> along(bookmark, left));
            return added.thenMany(all ? whole : Flux.empty()).then(Mono.fromSupplier(() -> mostPieces - left.get()));
        });
    }

    private Mono<AuditBookmarks.Remembered> told(AuditBookmarks.Remembered chain) {
        return chain.forged() == null
                ? Mono.just(chain)
                : breaks.write(chain.forged()).thenReturn(chain);
    }

    private AuditBookmark again(AuditBookmark bookmark) {
        var now = bookmarks.now();
        // Also when it began long after now, by a clock that was wrong: else nobody would walk until then.
        if (!bookmark.isOver()
                || Duration.between(bookmark.beganAt(), now).abs().compareTo(BETWEEN) < 0) {
            return bookmark;
        }
        var ended = bookmark.endedAt();
        return AuditBookmark.beginning(
                bookmark.chain(), bookmark.walk(), now, ended != null && ended.isBefore(now) ? ended : null);
    }

    private Flux<Boolean> along(AuditBookmark bookmark, AtomicInteger left) {
        if (left.get() == 0) {
            return Flux.empty();
        }
        left.decrementAndGet();
        return bookmarks.piece(bookmark, PIECE).flatMapMany(piece -> {
            var end = piece.isEnd(PIECE);
            var moved = bookmark.moved(piece, end, bookmarks.now());
            return judged(bookmark, piece)
                    .then(bookmarks.keep(moved))
                    .thenMany(Flux.defer(() -> end ? Flux.just(true) : along(moved, left)));
        });
    }

    private Mono<Long> judged(AuditBookmark bookmark, ChainPiece piece) {
        var broken = piece.broken(bookmark, PIECE);
        if (broken != null) {
            return breaks.write(broken);
        }
        return bookmark.walk() == AuditBookmark.Walk.WHOLE
                ? breaks.mend(bookmark.chain(), bookmark.seq(), piece.seq())
                : Mono.just(0L);
    }
}
