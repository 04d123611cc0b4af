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

/** How units took up what was dispatched to them in the period, and what they gave back. */
@Component
class DispatchRates {

    static final String RESPONSE = "hot.responseRate";
    static final String RETURN = "hot.returnRate";
    static final String BAD_RETURN = "hot.badReturnRate";
    static final String ACCURACY = "hot.dispatchAccuracy";

    private static final Map<String, About> ABOUTS = abouts(Cohort.DISPATCHED, RESPONSE, RETURN, BAD_RETURN, ACCURACY);

    // A limit that nobody set cannot be missed. Until when a limit could be missed: now, the end of the ticket, or
    // while
    // its return is
    // being decided, the wish for it.
    private static final String ITEMS = """
            with begun as (%s),
            held as (%s),
            taken as (
                select h.*, coalesce(signed_at <= sign_due, sign_due is null) as signed, coalesce(contacted_at <= contact_due, contact_due is null) as contacted,
                       least(ended_at, case when state in ('RETURN_REQUESTED', 'DISPUTED') then asked_at end, :now) as seen,
                       not exists (
                           select from event_log e where e.subject_id = h.subject_id and e.subject_version < h.version
                             and e.facts ->> 'begun.HANDLE' is not null) as first
                from held h)
            select '%s' as metric, id, unit_id, signed and contacted as hit,
                   case when reason is not null then reason when merged then 'MERGED' when given_away then 'REASSIGNED' when designated then 'DESIGNATED'
                        when signed and contacted then null
                        when not signed and sign_due < seen or not contacted and contact_due < seen then null
                        else coalesce(ended, 'NOT_YET_DUE') end as excluded
            from taken where round = 1
            union all select '%s', id, unit_id, asked, null from taken
            union all select '%s', id, unit_id, refused, null from taken where asked
            union all select '%s', id, unit_id, not given_away, null from taken where first""".formatted(
                    TicketLog.BEGUN.formatted("event_log e", "e.occurred_at >= :start and e.occurred_at < :end"),
                    TicketLog.HELD,
                    RESPONSE,
                    RETURN,
                    BAD_RETURN,
                    ACCURACY);

    private final CohortRates rates;

    DispatchRates(CohortRates rates) {
        this.rates = rates;
    }

    /**
     * {@code hot.responseRate} (响应率): signed for and first contacted in limit / dispatched in the first round. {@code hot.returnRate} (退单率):
     * asked to be returned / dispatched. {@code hot.badReturnRate} (退单不当率): refused / asked to be returned. {@code hot.dispatchAccuracy}
     * (派单准确率): left where they were first dispatched / first dispatched.
     */
    Flux<Measure> measures(Question question) {
        return rates.shares(ABOUTS, ITEMS, question);
    }

    /** One figure for each id, in this order. */
    static Map<String, About> abouts(Cohort cohort, String... metricIds) {
        var abouts = new LinkedHashMap<String, About>();
        for (var id : metricIds) {
            abouts.put(id, About.everything(id, cohort));
        }
        return abouts;
    }
}
