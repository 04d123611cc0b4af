package io.duban.supervision.figures;

import io.duban.platform.statistics.ClockRates;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How the supervision office does its own part, as a whole: of no person, and of no unit (domain D1). */
@Component
class OfficeRates {

    private static final String REVIEWS = """
            select c.id, case when starts_with(c.step, 'REVIEW:') then substr(c.step, 8)::uuid end as unit_id, null::text as part,
                   c.original_due_at, c.current_due_at, c.satisfied_at,
                   case when m.status = 'CANCELLED' then 'CANCELLED' when c.suspended_at <= c.current_due_at then 'SUSPENDED' end as excluded
            from deadline c join supervision_matter m on m.id = c.subject_id
            where c.subject_type = 'supervision.matter' and starts_with(c.step, 'REVIEW:')""";

    private static final String CHASES = """
            select part, count(*) from (
                select unit_id, channel as part from supervision_chase where chased_at >= :start and chased_at < :end
                union all
                select unit_id, 'CHASE_LETTER' from supervision_chase_letter where issued_at >= :start and issued_at < :end) chases
            where %s group by grouping sets ((), (part)) order by grouping(part) desc, part""".formatted(Question.REACHES);

    private final DatabaseClient database;
    private final ClockRates clocks;

    OfficeRates(DatabaseClient database, ClockRates clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    Flux<Measure> measures(Question question) {
        return Flux.concat(reviews(question), chases(question));
    }

    /** {@code sup.reviewOnTimeRate} (审核及时率): results reviewed by the due time / reviews due in the period. */
    private Flux<Measure> reviews(Question question) {
        return clocks.onTime(About.everything("sup.reviewOnTimeRate", Cohort.DUE), REVIEWS, question)
                .filter(measure -> measure.unitId() == null);
    }

    /** {@code sup.chases} (催办次数): by a person in the period, by channel; what the system reminded of is nobody's chase. */
    private Flux<Measure> chases(Question question) {
        return question.bindTo(database.sql(CHASES))
                .map(row -> Measure.count(
                        About.everything("sup.chases", Cohort.EVENT).part(row.get("part", String.class)),
                        Objects.requireNonNull(row.get("count", Long.class))))
                .all();
    }
}
