package io.duban.hotline.figures;

import io.duban.hotline.figures.RateWeights.Weights;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * {@code hot.composite} (三率综合): the weighted sum of responseRate, resolutionRate and satisfactionRate. Of a unit it is told for whole months that
 * are over and for nothing shorter: this app shows no running score of a unit (domain D1).
 */
@Component
class Composite {

    private static final About ABOUT = About.everything("hot.composite", Cohort.EVENT);

    private final RateWeights weights;

    Composite(RateWeights weights) {
        this.weights = weights;
    }

    /** @param rates the measures of the three rates, among others */
    Flux<Measure> measures(List<Measure> rates, Question question) {
        return weights.on(question.period().to().minusDays(1))
                .flatMapIterable(weights -> weighed(rates, weights, question));
    }

    private static List<Measure> weighed(List<Measure> rates, Weights weights, Question question) {
        var measures = new ArrayList<Measure>();
        measures.add(weighed(null, rates, weights));
        var period = question.period();
        if (period.isWholeMonths() && !question.now().isBefore(period.end())) {
            rates.stream()
                    .map(Measure::unitId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(unit -> measures.add(weighed(unit, rates, weights)));
        }
        return measures;
    }

    private static Measure weighed(@Nullable UUID unit, List<Measure> rates, Weights weights) {
        return Measure.weighted(
                ABOUT.unit(unit),
                weights.weigh(
                        rate(DispatchRates.RESPONSE, unit, rates),
                        rate(CallbackRates.RESOLUTION, unit, rates),
                        rate(CallbackRates.SATISFACTION, unit, rates)));
    }

    private static Rate rate(String metricId, @Nullable UUID unit, List<Measure> rates) {
        return rates.stream()
                .filter(measure -> measure.metricId().equals(metricId)
                        && Objects.equals(measure.unitId(), unit)
                        && measure.part() == null)
                .findFirst()
                .flatMap(measure -> Optional.ofNullable(measure.rate()))
                .orElseGet(() -> Rate.of(0, 0));
    }
}
