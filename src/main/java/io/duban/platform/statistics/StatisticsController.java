package io.duban.platform.statistics;

import io.duban.contract.MeasureDto;
import io.duban.contract.StatisticsApi;
import io.duban.contract.StatisticsComparedPeriodDto;
import io.duban.contract.StatisticsComparisonDto;
import io.duban.contract.StatisticsDto;
import io.duban.contract.StatisticsGroupDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.UnitNames;
import io.duban.platform.problem.Refusal;
import io.duban.platform.web.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Figures of a group of metrics; units by name, never by figure: a ranking is no screen of this app (domain D1). */
@RestController
class StatisticsController implements StatisticsApi {

    private static final Comparator<MeasureDto> BY_NAME = Comparator.comparing(
                    MeasureDto::getUnitName, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(MeasureDto::getPart, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Metrics> groups;
    private final UnitNames names;
    private final StatisticsMapper mapper;
    private final Times times;
    private final Clock clock;

    StatisticsController(List<Metrics> groups, UnitNames names, StatisticsMapper mapper, Times times, Clock clock) {
        this.groups = groups;
        this.names = names;
        this.mapper = mapper;
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
                .map(measures -> new StatisticsDto(group, from, to, times.toContract(now), byMetricThenName(measures)))
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
                .map(measures ->
                        new StatisticsComparisonDto(with, period.from(), period.to(), byMetricThenName(measures)));
    }

    private Mono<List<MeasureDto>> measures(StatisticsGroupDto group, Question question) {
        return names.all()
                .flatMap(known -> of(group)
                        .concatMap(metrics -> metrics.measures(question))
                        .map(measure -> mapper.toDto(measure, nameOf(measure.unitId(), known)))
                        .collectList());
    }

    private Flux<Metrics> of(StatisticsGroupDto group) {
        return Flux.fromIterable(groups)
                .filter(metrics -> metrics.group().equals(group.getValue()))
                .switchIfEmpty(Flux.error(Refusal::notFound));
    }

    private static @Nullable String nameOf(@Nullable UUID unit, Map<UUID, String> known) {
        return unit == null ? null : known.getOrDefault(unit, unit.toString());
    }

    private static List<MeasureDto> byMetricThenName(List<MeasureDto> measures) {
        var order = measures.stream().map(MeasureDto::getMetricId).distinct().toList();
        return measures.stream()
                .sorted(Comparator.<MeasureDto>comparingInt(measure -> order.indexOf(measure.getMetricId()))
                        .thenComparing(BY_NAME))
                .toList();
    }
}
