package io.duban.hotline.figures;

import io.duban.platform.calendar.OfficeTime;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How the tickets closed in the period were got done: at once or again, and in how many working hours. */
@Component
class ClosingRates {

    static final String FIRST_TIME = "hot.firstTimeRate";
    static final String REDONE = "hot.redoRate";
    static final String HOURS = "hot.averageHandlingTime";

    private static final Map<String, About> ABOUTS = DispatchRates.abouts(Cohort.CLOSED, FIRST_TIME, REDONE);

    // Who closed the ticket twice in the period, because it came back, closed it once. Children are their parent's
    // work.
    private static final String CLOSED = """
            with ends as (
                select distinct on (e.subject_id) e.position as id, e.subject_id, (e.facts ->> 'hostUnitId')::uuid as unit_id,
                       (e.facts ->> 'feedbackAt')::timestamptz as feedback_at, e.facts ->> 'parentId' is not null as merged
                from event_log e
                where e.subject_type = 'hotline.ticket' and e.state = 'CLOSED' and e.facts ->> 'closedAt' = fact_time(e.occurred_at)
                  and e.occurred_at >= :start and e.occurred_at < :end and e.occurred_at <= :now
                order by e.subject_id, e.position desc),
            closed as (
                select c.*, own.*, case when exclusion.reason is not null then exclusion.reason when c.merged then 'MERGED' end as excluded
                from ends c
                cross join lateral (
                    select coalesce(bool_or(e.type = 'hotline.ticket.redo'), false) as redone,
                           min(e.occurred_at) filter (where e.facts ->> 'begun.HANDLE' is not null) as dispatched_at
                    from event_log e where e.subject_id = c.subject_id and e.position <= c.id) own
                %s)""".formatted(TicketLog.EXCLUSION.formatted("c"));

    private static final String ITEMS = CLOSED + """

            select '%s' as metric, id, unit_id, not redone as hit, excluded from closed
            union all select '%s', id, unit_id, redone, excluded from closed""".formatted(FIRST_TIME, REDONE);

    private static final String HANDLED = CLOSED + """

            select unit_id, dispatched_at, feedback_at from closed
            where excluded is null and dispatched_at is not null and feedback_at is not null and %s""".formatted(Question.REACHES);

    private final CohortRates rates;
    private final DatabaseClient database;
    private final OfficeTime time;

    ClosingRates(CohortRates rates, DatabaseClient database, OfficeTime time) {
        this.rates = rates;
        this.database = database;
        this.time = time;
    }

    /** From the first dispatch to the hand-in that was accepted last. */
    record Handled(@Nullable UUID unitId, Instant dispatchedAt, Instant feedbackAt) {}

    /**
     * Of all closed in the period: {@code hot.firstTimeRate} (一次办结率) without a redo, {@code hot.redoRate} (重办率) with one, and
     * {@code hot.averageHandlingTime} (平均办理时长) of those a unit handled, from the first dispatch on, a hard list's time included.
     */
    Flux<Measure> measures(Question question) {
        return Flux.concat(rates.shares(ABOUTS, ITEMS, question), hours(question));
    }

    private Flux<Measure> hours(Question question) {
        return time.counting()
                .flatMapMany(counting -> question.bindTo(database.sql(HANDLED))
                        .bind("now", question.now())
                        .mapProperties(Handled.class)
                        .all()
                        .collectList()
                        .flatMapIterable(handled -> hours(handled, counting)));
    }

    private static List<Measure> hours(List<Handled> handled, BiFunction<Instant, Instant, Duration> counting) {
        var all = new ArrayList<Duration>();
        var units = new TreeMap<UUID, List<Duration>>();
        for (var one : handled) {
            var took = counting.apply(one.dispatchedAt(), one.feedbackAt());
            all.add(took);
            if (one.unitId() != null) {
                units.computeIfAbsent(one.unitId(), unit -> new ArrayList<>()).add(took);
            }
        }
        var about = About.everything(HOURS, Cohort.CLOSED);
        var measures = new ArrayList<Measure>();
        measures.add(Measure.hours(about, all));
        units.forEach((unit, of) -> measures.add(Measure.hours(about.unit(unit), of)));
        return measures;
    }
}
