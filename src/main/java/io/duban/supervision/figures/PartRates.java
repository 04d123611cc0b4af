package io.duban.supervision.figures;

import io.duban.platform.statistics.ClockRates;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How units handed their results in, by unit. */
@Component
class PartRates {

    private static final String REVIEWED = """
            select id, unit_id, verdict = 'ACCEPTED' and round = 1 and attempt = 1 as hit,
                   case verdict when 'RETURNED_BY_HOST' then verdict end as excluded
            from supervision_final_feedback where reviewed_at >= :start and reviewed_at < :end""";

    // A part is issued when its first clock starts; another round is no other part.
    private static final String ISSUED = """
            select a.id, a.unit_id, exists (%s) as hit,
                   case when m.status = 'CANCELLED' then 'CANCELLED' when a.status = 'REASSIGNED' then 'REASSIGNED' end as excluded
            from deadline c join supervision_matter m on m.id = c.subject_id
            join supervision_assignment a on a.matter_id = c.subject_id and c.step = 'HANDLE:' || a.unit_id
            where c.subject_type = 'supervision.matter' and c.trigger_at >= :start and c.trigger_at < :end
              and not exists (select from deadline earlier where earlier.subject_id = c.subject_id and earlier.step = c.step
                  and earlier.trigger_at < c.trigger_at)""";

    private static final String RETURNED = ISSUED.formatted(
            "select from supervision_final_feedback f where f.assignment_id = a.id and f.verdict = 'RETURNED'");
    private static final String EXTENDED =
            ISSUED.formatted("select from supervision_extension x where x.assignment_id = a.id and x.granted");

    private final ClockRates clocks;
    private final CohortRates rates;

    PartRates(ClockRates clocks, CohortRates rates) {
        this.clocks = clocks;
        this.rates = rates;
    }

    Flux<Measure> measures(Question question) {
        return Flux.concat(feedback(question), firstPasses(question), returns(question), extensions(question));
    }

    /** {@code sup.feedbackOnTimeRate} (按期反馈率): parts whose accepted result was handed in by the due time / due in the period. */
    private Flux<Measure> feedback(Question question) {
        return clocks.onTime(About.everything("sup.feedbackOnTimeRate", Cohort.DUE), PartClocks.HANDLE, question);
    }

    /** {@code sup.firstPassRate} (一次通过率): results accepted in round 1 at the first attempt / results reviewed in the period. */
    private Flux<Measure> firstPasses(Question question) {
        return rates.shares(About.everything("sup.firstPassRate", Cohort.REVIEWED), REVIEWED, question);
    }

    /** {@code sup.returnRate} (退回率): parts of which a result was ever returned for correction / issued in the period. */
    private Flux<Measure> returns(Question question) {
        return rates.shares(About.everything("sup.returnRate", Cohort.ISSUED), RETURNED, question);
    }

    /** {@code sup.extensionRate} (延期率): parts that were ever granted more time / issued in the period. */
    private Flux<Measure> extensions(Question question) {
        return rates.shares(About.everything("sup.extensionRate", Cohort.ISSUED), EXTENDED, question);
    }
}
