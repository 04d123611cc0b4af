package io.duban.supervision.figures;

import io.duban.platform.statistics.ClockRates;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How matters ended, by the units that lead in them. */
@Component
class MatterRates {

    // What stands where a clock has what satisfied it, so that the same conventions count it.
    private static final String REACHED = """
            select id, unit_id, part, original_due_at, current_due_at, case when %s then least(original_due_at, current_due_at) end as satisfied_at, excluded
            from (%s) courses where %s""";

    private static final String HANDLED = REACHED.formatted("handled", MatterCourses.DUE, "true");
    private static final String STRUCK_OFF = REACHED.formatted("struck_off", MatterCourses.DUE, "handled");

    // 180 days of 24 hours: the zone of the office has no summer time.
    private static final String REBOUNDS = """
            select e.position as id, a.unit_id, null::text as excluded,
                   coalesce(next.type = 'supervision.matter.reopened' and next.occurred_at <= e.occurred_at + interval '4320 hours', false) as hit
            from event_log e
            left join lateral (
                select n.type, n.occurred_at from event_log n where n.subject_id = e.subject_id and n.position > e.position
                  and n.type in ('supervision.matter.reopened', 'supervision.matter.struckOff') order by n.position limit 1) next on true
            left join supervision_assignment a on a.matter_id = e.subject_id and %s
            where e.type = 'supervision.matter.struckOff' and e.occurred_at >= :start and e.occurred_at < :end""".formatted(MatterCourses.LEADS);

    private static final String FIELD_CHECKS = """
            select m.id, a.unit_id, case when not m.physical_result then 'NO_PHYSICAL_RESULT' end as excluded,
                   exists (select from field_inspection i where i.matter_id = m.id and i.recorded_at <= e.occurred_at) as hit
            from event_log e join supervision_matter m on m.id = e.subject_id
            left join supervision_assignment a on a.matter_id = m.id and %s
            where e.type = 'supervision.matter.handled' and e.occurred_at >= :start and e.occurred_at < :end""".formatted(MatterCourses.LEADS);

    private final ClockRates clocks;
    private final CohortRates rates;

    MatterRates(ClockRates clocks, CohortRates rates) {
        this.clocks = clocks;
        this.rates = rates;
    }

    Flux<Measure> measures(Question question) {
        return Flux.concat(handled(question), strikeOffs(question), rebounds(question), fieldChecks(question));
    }

    /** {@code sup.handledRate} (办结率): handled until now, whenever / due in the period. */
    private Flux<Measure> handled(Question question) {
        return clocks.onTime(About.everything("sup.handledRate", Cohort.DUE), HANDLED, question);
    }

    /** {@code sup.strikeOffRate} (销号率): struck off until now / handled, of those due in the period. */
    private Flux<Measure> strikeOffs(Question question) {
        return clocks.onTime(About.everything("sup.strikeOffRate", Cohort.DUE), STRUCK_OFF, question);
    }

    /** {@code sup.reboundRate} (反弹率): reopened within 180 days / struck off in the period. */
    private Flux<Measure> rebounds(Question question) {
        return rates.shares(About.everything("sup.reboundRate", Cohort.STRUCK_OFF), REBOUNDS, question);
    }

    /** {@code sup.fieldCheckRate} (实地核查率): with a field record by then / with a physical result, of those handled in the period. */
    private Flux<Measure> fieldChecks(Question question) {
        return rates.shares(About.everything("sup.fieldCheckRate", Cohort.HANDLED), FIELD_CHECKS, question);
    }
}
