package io.duban.hotline.figures;

import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the figures is told to the public: nothing a single citizen could be made out by.
 *
 * @param withheld how many figures of units are not told
 */
record PublicFigures(List<Measure> measures, int withheld) {

    /** A figure of a unit rests on as many demands at least, and a reason of exclusion too. */
    static final int LEAST = 5;

    private static final String OTHER = "OTHER";

    private static final Set<String> OF_UNITS = Set.of(
            DispatchRates.RESPONSE,
            CallbackRates.RESOLUTION,
            CallbackRates.SATISFACTION,
            DueRates.ON_TIME,
            IntakeRates.CLOSED,
            ClosingRates.FIRST_TIME,
            ClosingRates.HOURS);

    static PublicFigures of(List<Measure> all) {
        var told = new ArrayList<Measure>();
        var withheld = 0;
        for (var figures : byFigure(all).values()) {
            var kept = figures.stream()
                    .filter(measure -> measure.unitId() == null || items(measure) >= LEAST)
                    .toList();
            // The one that is withheld alone is the whole less the others.
            var open = figures.size() - kept.size() == 1 ? withoutSmallest(kept) : kept;
            withheld += figures.size() - open.size();
            open.forEach(measure -> told.add(measure.unitId() == null ? measure : coarse(measure)));
        }
        return new PublicFigures(told, withheld);
    }

    private static Map<String, List<Measure>> byFigure(List<Measure> all) {
        var figures = new LinkedHashMap<String, List<Measure>>();
        all.stream()
                .filter(measure -> measure.unitId() == null || OF_UNITS.contains(measure.metricId()))
                .forEach(measure -> figures.computeIfAbsent(
                                measure.metricId() + " " + measure.part(), figure -> new ArrayList<>())
                        .add(measure));
        return figures;
    }

    private static List<Measure> withoutSmallest(List<Measure> kept) {
        var smallest = kept.stream()
                .filter(measure -> measure.unitId() != null)
                .min(Comparator.comparingLong(PublicFigures::items));
        return kept.stream()
                .filter(measure -> smallest.isEmpty() || measure != smallest.get())
                .toList();
    }

    private static long items(Measure measure) {
        if (measure.rate() == null) {
            return measure.items() == null ? 0 : measure.items();
        }
        return measure.rateByCurrentDue() == null
                ? measure.rate().denominator()
                : Math.min(
                        measure.rate().denominator(), measure.rateByCurrentDue().denominator());
    }

    private static Measure coarse(Measure measure) {
        return measure.rate() == null
                ? measure
                : measure.with(coarse(measure.rate()), coarse(measure.rateByCurrentDue()));
    }

    private static @Nullable Rate coarse(@Nullable Rate rate) {
        if (rate == null) {
            return null;
        }
        var reasons = new ArrayList<>(rate.excluded().stream()
                .filter(reason -> reason.count() >= LEAST)
                .toList());
        var few = rate.excluded().stream()
                .filter(reason -> reason.count() < LEAST)
                .mapToLong(Rate.Exclusion::count)
                .sum();
        reasons.add(new Rate.Exclusion(OTHER, few));
        return Rate.of(rate.numerator(), rate.denominator(), reasons);
    }
}
