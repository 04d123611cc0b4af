package io.duban.hotline.figures;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What has become of the demands that came in during the period; a unit's are those it has now, or had last. */
@Component
class IntakeRates {

    static final String CLOSED = "hot.closeRate";
    static final String DIRECT = "hot.directAnswerRate";
    static final String REPEATED = "hot.repeatRate";
    static final String URGED = "hot.urgeRate";

    private static final Map<String, About> ABOUTS =
            DispatchRates.abouts(Cohort.RECEIVED, CLOSED, DIRECT, REPEATED, URGED);

    // Merged children are one piece of work, their parent's. What is told of a ticket while it is as it came (a photo)
    // has its first version, too.
    private static final String ITEMS = """
            with received as (
                select e.position as id, e.subject_id, e.facts ->> 'reopenOf' is not null or e.facts ->> 'repeats' is not null as repeats
                from event_log e
                where e.subject_type = 'hotline.ticket' and e.type = 'hotline.ticket.received' and e.facts ->> 'round' is not null
                  and e.occurred_at >= :start and e.occurred_at < :end and e.occurred_at <= :now),
            course as (
                select r.*, last.state, last.unit_id, last.merged, own.direct, own.urged
                from received r
                cross join lateral (
                    select bool_or(e.type = 'hotline.ticket.answeredDirectly') as direct, bool_or(e.type = 'hotline.ticket.urged') as urged
                    from event_log e where e.subject_id = r.subject_id and e.occurred_at <= :now) own
                %s)
            select '%s' as metric, id, unit_id, state in ('CLOSED', 'ARCHIVED') as hit,
                   case when state in ('NOT_ACCEPTED', 'TRANSFERRED_EMERGENCY', 'WITHDRAWN') then state when merged then 'MERGED' end as excluded
            from course
            union all select '%s', id, unit_id, direct, null from course
            union all select '%s', id, unit_id, repeats, null from course
            union all select '%s', id, unit_id, urged, null from course""".formatted(TicketLog.LAST.formatted("r"), CLOSED, DIRECT, REPEATED, URGED);

    private final CohortRates rates;

    IntakeRates(CohortRates rates) {
        this.rates = rates;
    }

    /**
     * Of all received in the period: {@code hot.closeRate} (办结率), {@code hot.directAnswerRate} (直接答复率), {@code hot.repeatRate} (重复诉求率) and
     * {@code hot.urgeRate} (催单率).
     */
    Flux<Measure> measures(Question question) {
        return rates.shares(ABOUTS, ITEMS, question);
    }
}
