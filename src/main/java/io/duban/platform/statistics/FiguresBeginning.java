package io.duban.platform.statistics;

import io.duban.platform.events.LogBeginning;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Figures are told from the event log alone. Once its first partitions have left it, nothing is told of the time they cover, nor of the year after it,
 * in which there was work that had begun before: too small a number looks like any other.
 */
@Component
public class FiguresBeginning {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final LogBeginning log;

    FiguresBeginning(LogBeginning log) {
        this.log = log;
    }

    /** Completes when the log tells the whole period; else {@code E_GEN_VALIDATION} at {@code parameter}, saying where figures begin. */
    public Mono<Void> covers(Period period, String parameter) {
        return log.since()
                .map(FiguresBeginning::firstDay)
                .filter(first -> period.from().isBefore(first))
                .flatMap(first -> Mono.error(Refusal.invalid(
                        parameter,
                        "%s 以前的事件已归档,不再统计。".formatted(first),
                        "What happened before %s is in the archive and is not counted any more.".formatted(first))));
    }

    private static LocalDate firstDay(Instant since) {
        return since.atZone(OFFICE).toLocalDate().plusYears(1);
    }
}
