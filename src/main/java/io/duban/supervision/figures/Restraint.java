package io.duban.supervision.figures;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.CohortRates;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Whether supervision keeps to its plan and spares units what is supervised already; told to who reaches everything. */
@Component
class Restraint {

    // One refusal names every matter that would be repeated: it is one interception.
    private static final String INTERCEPTED = """
            select count(distinct (matter_id, at)) from supervision_duplicate
            where outcome = 'INTERCEPTED' and at >= :start and at < :end""";

    private static final String PLANNED = """
            select m.id, null::uuid as unit_id, m.plan_entry_id is not null as hit, null::text as excluded
            from supervision_notice n join supervision_matter m on m.id = n.matter_id
            where n.issued_at >= :start and n.issued_at < :end""";

    private final DatabaseClient database;
    private final CohortRates rates;

    Restraint(DatabaseClient database, CohortRates rates) {
        this.database = database;
        this.rates = rates;
    }

    Flux<Measure> measures(Question question) {
        return question.zone().everything() && question.unitId() == null
                ? Flux.concat(interceptions(question), planned(question))
                : Flux.empty();
    }

    /** {@code sup.duplicatesBlocked} (重复拦截数): submissions refused in the period because they repeat a matter under way. */
    private Flux<Measure> interceptions(Question question) {
        return database.sql(INTERCEPTED)
                .bind("start", question.period().start())
                .bind("end", question.period().end())
                .map(row -> Measure.count(
                        About.everything("sup.duplicatesBlocked", Cohort.EVENT),
                        Objects.requireNonNull(row.get("count", Long.class))))
                .all();
    }

    /** {@code sup.planAdherence} (计划内占比): carrying out an entry of the year's plan / issued in the period. */
    private Flux<Measure> planned(Question question) {
        return rates.shares(About.everything("sup.planAdherence", Cohort.ISSUED), PLANNED, question);
    }
}
