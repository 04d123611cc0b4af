package io.duban.hotline.figures;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Zone;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.statistics.FiguresBeginning;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Period;
import io.duban.platform.statistics.PeriodLock;
import io.duban.platform.statistics.Question;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hotline's figures of calendar months: as locked, for the public, and what was corrected of them afterwards. */
@Component
class MonthFigures {

    private static final int LOOKED_BACK = 3;

    private final HotlineMetrics metrics;
    private final PeriodLock lock;
    private final FiguresBeginning beginning;

    MonthFigures(HotlineMetrics metrics, PeriodLock lock, FiguresBeginning beginning) {
        this.metrics = metrics;
        this.lock = lock;
        this.beginning = beginning;
    }

    /** A month that is locked, of the whole district. */
    record Locked(Instant lockedFrom, List<Measure> measures) {}

    /** What came between two locks, of earlier months. */
    record Adjustments(Instant from, Instant until, List<Adjustment> moved) {}

    /** A figure of a locked month before and after; null where there was or is none. */
    record Adjustment(
            YearMonth month,
            @Nullable Measure before,
            @Nullable Measure after) {

        Measure either() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    /** What stays the same of a figure whatever it counts. */
    private record Figure(
            String metricId,
            @Nullable UUID unitId,
            @Nullable String part) {

        static Figure of(Measure measure) {
            return new Figure(measure.metricId(), measure.unitId(), measure.part());
        }
    }

    /** The whole district's, whoever asks; {@code E_GEN_ILLEGAL_STATE} before it is locked, {@code E_GEN_VALIDATION} at {@code month} once the log begins after it. */
    Mono<Locked> locked(YearMonth month, Instant now) {
        return lock.of(month)
                .filter(lockedFrom -> !now.isBefore(lockedFrom))
                .switchIfEmpty(Mono.error(() -> Refusal.of(
                        RefusalCode.E_GEN_ILLEGAL_STATE,
                        "该月指标尚未锁定,锁定后公开。",
                        "This month is not locked yet; its figures are told then.")))
                .delayUntil(lockedFrom -> beginning.covers(period(month), "month"))
                .flatMap(lockedFrom -> metrics.asOf(Question.ofEverything(period(month), lockedFrom))
                        .collectList()
                        .map(measures -> new Locked(lockedFrom, measures)));
    }

    /** Of the three months before, in the officer's reach, what moved between the lock of the month before and this month's lock, or now. */
    Mono<Adjustments> adjustments(YearMonth month, Zone zone, Officer officer, Instant now) {
        return Mono.zip(lock.of(month.minusMonths(1)), lock.of(month), (from, until) -> {
                    var seen = until.isBefore(now) ? until : now;
                    return new Adjustments(from.isBefore(seen) ? from : seen, seen, List.of());
                })
                .delayUntil(between -> beginning.covers(period(month.minusMonths(LOOKED_BACK)), "month"))
                .flatMap(between -> Flux.fromStream(
                                IntStream.rangeClosed(1, LOOKED_BACK).mapToObj(month::minusMonths))
                        .concatMap(earlier -> moved(earlier, zone, officer, between))
                        .collectList()
                        .map(moved -> new Adjustments(between.from(), between.until(), moved)));
    }

    private Flux<Adjustment> moved(YearMonth month, Zone zone, Officer officer, Adjustments between) {
        var question = new Question(period(month), zone, officer, null, between.from());
        return metrics.asOf(question)
                .collectList()
                .zipWith(metrics.asOf(question.asOf(between.until())).collectList(), (before, after) -> {
                    var then = byFigure(before);
                    var now = byFigure(after);
                    return Stream.of(now.keySet(), then.keySet())
                            .flatMap(Collection::stream)
                            .distinct()
                            .map(figure -> new Adjustment(month, then.get(figure), now.get(figure)))
                            .filter(moved -> !Objects.equals(moved.before(), moved.after()))
                            .toList();
                })
                .flatMapIterable(all -> all);
    }

    static Period period(YearMonth month) {
        return Period.of(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static Map<Figure, Measure> byFigure(List<Measure> measures) {
        var figures = new LinkedHashMap<Figure, Measure>();
        measures.forEach(measure -> figures.put(Figure.of(measure), measure));
        return figures;
    }
}
