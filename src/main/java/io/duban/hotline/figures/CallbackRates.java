package io.duban.hotline.figures;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What citizens said when they were called back. Every citizen is asked: tickets merged into another count one by one. */
@Component
class CallbackRates {

    static final String RESOLUTION = "hot.resolutionRate";
    static final String SATISFACTION = "hot.satisfactionRate";

    private static final String SATISFIED = "SATISFIED";
    private static final String BASICALLY = "BASICALLY_SATISFIED";

    private static final Map<String, About> ABOUTS = abouts();

    // A redo leaves the call-back of the round before as it was; what a citizen adds within ten days takes the place of
    // what he
    // said in the same round, on the day he was called.
    private static final String ITEMS = """
            with called as (
                select distinct subject_id, facts ->> 'round' as round from event_log
                where subject_type = 'hotline.ticket' and facts ->> 'callbackOutcome' is not null
                  and occurred_at >= :start and occurred_at < :end and occurred_at <= :now),
            said as (
                select own.id, coalesce((own.facts ->> 'hostUnitId')::uuid, parent.unit_id) as unit_id, own.facts ->> 'callbackOutcome' as outcome,
                       own.facts ->> 'resolved' as resolved, own.facts ->> 'satisfaction' as satisfaction, exclusion.reason
                from called c
                cross join lateral (
                    select min(e.position) as id, min(e.occurred_at) as at, (array_agg(e.facts order by e.type = 'hotline.ticket.evaluated' desc, e.position desc))[1] as facts
                    from event_log e
                    where e.subject_id = c.subject_id and e.facts ->> 'round' = c.round and e.facts ->> 'callbackOutcome' is not null
                      and e.occurred_at <= :now) own
                left join lateral (
                    select (e.facts ->> 'hostUnitId')::uuid as unit_id from event_log e
                    where e.subject_id = (own.facts ->> 'parentId')::uuid and e.facts ->> 'hostUnitId' is not null and e.occurred_at <= :now
                    order by e.position desc limit 1) parent on own.facts ->> 'hostUnitId' is null
                %1$s
                where own.at >= :start and own.at < :end),
            hard as (
                select -h.position as id, last.unit_id, exclusion.reason
                from event_log h
                cross join lateral (
                    select e.state, e.position, (e.facts ->> 'hostUnitId')::uuid as unit_id from event_log e
                    where e.subject_id = h.subject_id and e.facts ->> 'round' is not null and e.occurred_at < :end and e.occurred_at <= :now
                    order by e.position desc limit 1) last
                %2$s
                where h.type = 'hotline.ticket.listedAsHard' and h.occurred_at < :end and h.occurred_at <= :now and last.state = 'SUSPENDED'
                  and not exists (
                      select from event_log later where later.subject_id = h.subject_id and later.type = h.type and later.position > h.position
                        and later.occurred_at < :end and later.occurred_at <= :now)),
            rated as (
                select *, coalesce(reason, case when satisfaction is null then coalesce(nullif(outcome, 'ANSWERED'), 'NOT_RATED') end) as excluded
                from said)
            select '%3$s' as metric, id, unit_id, coalesce(resolved = 'YES', false) as hit,
                   coalesce(reason, case when resolved is null then coalesce(nullif(outcome, 'ANSWERED'), 'NOT_RATED') end) as excluded
            from said
            union all select '%3$s', id, unit_id, false, reason from hard
            union all select '%4$s', id, unit_id, satisfaction is not null and satisfaction <> 'DISSATISFIED', excluded from rated
            union all select '%5$s', id, unit_id, coalesce(satisfaction = '%5$s', false), excluded from rated
            union all select '%6$s', id, unit_id, coalesce(satisfaction = '%6$s', false), excluded from rated""".formatted(
                    TicketLog.EXCLUSION.formatted("c"),
                    TicketLog.EXCLUSION.formatted("h"),
                    RESOLUTION,
                    SATISFACTION,
                    SATISFIED,
                    BASICALLY);

    private final CohortRates rates;

    CallbackRates(CohortRates rates) {
        this.rates = rates;
    }

    /**
     * {@code hot.resolutionRate} (解决率): call-backs that say it is resolved / those that say whether it is; what stands on the hard list (挂账)
     * when the period ends is not. {@code hot.satisfactionRate} (满意率): satisfied or basically satisfied / rated, and each of both as a part.
     */
    Flux<Measure> measures(Question question) {
        return rates.shares(ABOUTS, ITEMS, question);
    }

    private static Map<String, About> abouts() {
        var abouts = new LinkedHashMap<>(DispatchRates.abouts(Cohort.CALLED_BACK, RESOLUTION, SATISFACTION));
        var satisfaction = About.everything(SATISFACTION, Cohort.CALLED_BACK);
        abouts.put(SATISFIED, satisfaction.part(SATISFIED));
        abouts.put(BASICALLY, satisfaction.part(BASICALLY));
        return abouts;
    }
}
