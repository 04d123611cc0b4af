package io.duban.hotline.figures;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Whether units handed in what was accepted by the time it was due (按期办结率), by the original date and by the one as extended. */
@Component
class DueRates {

    static final String ON_TIME = "hot.onTimeRate";

    private static final String ORIGINAL = "ORIGINAL";
    private static final String CURRENT = "CURRENT";

    // A redo has its own date and leaves the first round what it was. 24:00 of the last day is still in the period.
    private static final String BY_DATE = """
            select '%1$s' as metric, id, unit_id, coalesce(satisfied_at <= %2$s, false) as hit,
                   case when reason is not null then reason when merged then 'MERGED' when given_away then 'REASSIGNED' when designated then 'DESIGNATED'
                        when %2$s > :now then 'NOT_YET_DUE'
                        when satisfied_at is not null then null
                        when ended_at <= %2$s then ended
                        when state = 'SUSPENDED' and suspended_at <= %2$s then 'SUSPENDED'
                        when state = 'FEEDBACK_SUBMITTED' and feedback_at <= %2$s then 'NOT_REVIEWED'
                        when again and next_at <= %2$s then 'UPSTREAM_ROUND' end as excluded
            from held where %2$s > :start and %2$s <= :end""";

    private static final String ITEMS = """
            with due as (
                select distinct subject_id from event_log
                where subject_type = 'hotline.ticket' and facts ->> 'due.HANDLE' > fact_time(:start) and facts ->> 'due.HANDLE' <= fact_time(:end)
                  and occurred_at <= :now),
            begun as (%s),
            held as (%s)
            %s
            union all
            %s""".formatted(
                    TicketLog.BEGUN.formatted("due join event_log e on e.subject_id = due.subject_id", "true"),
                    TicketLog.HELD,
                    BY_DATE.formatted(ORIGINAL, "original_due_at"),
                    BY_DATE.formatted(CURRENT, "current_due_at"));

    private static final Measure.About ABOUT = Measure.About.everything(ON_TIME, Cohort.DUE);

    private final CohortRates rates;

    DueRates(CohortRates rates) {
        this.rates = rates;
    }

    /** {@code hot.onTimeRate}: accepted feedback handed in by the due time / due in the period. */
    Flux<Measure> measures(Question question) {
        var abouts = new LinkedHashMap<String, Measure.About>();
        abouts.put(ORIGINAL, ABOUT.part(ORIGINAL));
        abouts.put(CURRENT, ABOUT.part(CURRENT));
        return rates.shares(abouts, ITEMS, question).collectList().flatMapIterable(DueRates::told);
    }

    /** Both rates of one reach in one figure. */
    private static List<Measure> told(List<Measure> measures) {
        var original = of(ORIGINAL, measures);
        var current = of(CURRENT, measures);
        var told = new ArrayList<Measure>();
        told.add(onTime(null, original, current));
        var units = new TreeMap<UUID, Measure>();
        measures.stream()
                .filter(measure -> measure.unitId() != null)
                .forEach(measure -> units.put(measure.unitId(), measure));
        units.keySet().forEach(unit -> told.add(onTime(unit, original, current)));
        return told;
    }

    private static Map<String, Rate> of(String part, List<Measure> measures) {
        var rates = new LinkedHashMap<String, Rate>();
        measures.stream()
                .filter(measure -> part.equals(measure.part()))
                .forEach(measure -> rates.put(key(measure.unitId()), Objects.requireNonNull(measure.rate())));
        return rates;
    }

    private static Measure onTime(@Nullable UUID unit, Map<String, Rate> original, Map<String, Rate> current) {
        var none = Rate.of(0, 0);
        return Measure.onTime(
                ABOUT.unit(unit), original.getOrDefault(key(unit), none), current.getOrDefault(key(unit), none));
    }

    private static String key(@Nullable UUID unit) {
        return String.valueOf(unit);
    }
}
