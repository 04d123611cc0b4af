package io.duban.platform.statistics;

import io.duban.contract.MeasureDto;
import io.duban.platform.identity.UnitNames;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Measures as the contract tells them; units by name, never by figure: a ranking is no screen of this app (domain D1). */
@Component
public class MeasureSheet {

    private static final Comparator<MeasureDto> BY_NAME = Comparator.comparing(
                    MeasureDto::getUnitName, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(MeasureDto::getPart, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final UnitNames names;
    private final StatisticsMapper mapper;

    MeasureSheet(UnitNames names, StatisticsMapper mapper) {
        this.names = names;
        this.mapper = mapper;
    }

    /** Metrics in the order they come, each of everything first, then of its parts, then of units by name. */
    public Mono<List<MeasureDto>> of(Flux<Measure> measures) {
        return names.all()
                .flatMap(known -> measures.map(measure -> mapper.toDto(measure, nameOf(measure.unitId(), known)))
                        .collectList()
                        .map(MeasureSheet::byMetricThenName));
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
