package io.duban.platform.statistics;

import io.duban.contract.MeasureDto;
import io.duban.contract.StatisticsApi;
import io.duban.contract.StatisticsComparedPeriodDto;
import io.duban.contract.StatisticsComparisonDto;
import io.duban.contract.StatisticsDto;
import io.duban.contract.StatisticsGroupDto;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.web.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the page of figures of a group of metrics. */
@RestController
class StatisticsController implements StatisticsApi {

    private final List<Metrics> groups;
    private final MeasureSheet sheet;
    private final FiguresBeginning beginning;
    private final Times times;
    private final Clock clock;

    StatisticsController(
            List<Metrics> groups, MeasureSheet sheet, FiguresBeginning beginning, Times times, Clock clock) {
        this.groups = groups;
        this.sheet = sheet;
        this.beginning = beginning;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Mono<ResponseEntity<StatisticsDto>> getStatistics(
            StatisticsGroupDto group,
            LocalDate from,
            LocalDate to,
            UUID unitId,
            StatisticsComparedPeriodDto compareWith,
            ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var now = clock.instant();
        var question = new Question(Period.of(from, to), access.zone(), access.officer(), unitId, now);
        return measures(group, question)
                .map(measures -> new StatisticsDto(group, from, to, times.toContract(now), measures))
                .flatMap(statistics -> compared(group, question, compareWith)
                        .map(statistics::comparison)
                        .defaultIfEmpty(statistics))
                .map(ResponseEntity::ok);
    }

    /** What stands now has no other period to be compared with. */
    private Mono<StatisticsComparisonDto> compared(
            StatisticsGroupDto group, Question question, @Nullable StatisticsComparedPeriodDto with) {
        if (with == null) {
            return Mono.empty();
        }
        var period = with == StatisticsComparedPeriodDto.PREVIOUS
                ? question.period().previous()
                : question.period().lastYear();
        return measures(group, question.in(period))
                .map(measures -> measures.stream()
                        .filter(measure -> measure.getCohort() != MeasureDto.CohortEnum.NOW)
                        .toList())
                .map(measures -> new StatisticsComparisonDto(with, period.from(), period.to(), measures));
    }

    private Mono<List<MeasureDto>> measures(StatisticsGroupDto group, Question question) {
        return beginning
                .covers(question.period(), "from")
                .then(Mono.defer(() -> sheet.of(of(group).concatMap(metrics -> metrics.measures(question)))));
    }

    private Flux<Metrics> of(StatisticsGroupDto group) {
        return Flux.fromIterable(groups)
                .filter(metrics -> metrics.group().equals(group.getValue()))
                .switchIfEmpty(Flux.error(Refusal::notFound));
    }
}
