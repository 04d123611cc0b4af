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

    private final AuditPoints points;
    private final ChainBreaks breaks;
    private final NightHours night;

    AuditWalk(AuditPoints points, ChainBreaks breaks, NightHours night) {
        this.points = points;
        this.breaks = breaks;
        this.night = night;
    }

    /** One turn: how many pieces were read. */
    Mono<Integer> run() {
        return Mono.defer(() -> run(night.cover(points.now()), MOST_PIECES));
    }

    /** @param all whether everything is to be looked at, and not only what is much */
    Mono<Integer> run(boolean all, int mostPieces) {
        return Mono.defer(() -> {
            var left = new AtomicInteger(mostPieces);
            var added = points.of(AuditPoint.Walk.ADDED)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(this::told)
                    .filter(chain -> chain.pending() > (all ? 0 : LEFT_BY_DAY) || chain.pending() < 0)
                    .concatMap(chain -> along(chain.point(), left));
            var whole = points.of(AuditPoint.Walk.WHOLE)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(this::told)
                    .map(chain -> again(chain.point()))
                    .filter(point -> !point.isOver())
                    .concatMap(point -> along(point, left));
            return added.thenMany(all ? whole : Flux.empty()).then(Mono.fromSupplier(() -> mostPieces - left.get()));
        });
    }

    private Mono<AuditPoints.Remembered> told(AuditPoints.Remembered chain) {
        return chain.forged() == null
                ? Mono.just(chain)
                : breaks.write(chain.forged()).thenReturn(chain);
    }

    private AuditPoint again(AuditPoint point) {
        var now = points.now();
        // Also when it began long after now, by a clock that was wrong: else nobody would walk until then.
        if (!point.isOver() || Duration.between(point.beganAt(), now).abs().compareTo(BETWEEN) < 0) {
            return point;
        }
        var ended = point.endedAt();
        return AuditPoint.beginning(
                point.chain(), point.walk(), now, ended != null && ended.isBefore(now) ? ended : null);
    }

    private Flux<Boolean> along(AuditPoint point, AtomicInteger left) {
        if (left.get() == 0) {
            return Flux.empty();
        }
        left.decrementAndGet();
        return points.piece(point, PIECE).flatMapMany(piece -> {
            var end = piece.isEnd(PIECE);
            var moved = point.moved(piece, end, points.now());
            return judged(point, piece)
                    .then(points.keep(moved))
                    .thenMany(Flux.defer(() -> end ? Flux.just(true) : along(moved, left)));
        });
    }

    private Mono<Long> judged(AuditPoint point, ChainPiece piece) {
        var broken = piece.broken(point, PIECE);
        if (broken != null) {
            return breaks.write(broken);
        }
        return point.walk() == AuditPoint.Walk.WHOLE
                ? breaks.mend(point.chain(), point.seq(), piece.seq())
                : Mono.just(0L);
    }
}
