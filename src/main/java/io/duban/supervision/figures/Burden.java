package io.duban.supervision.figures;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Period;
import io.duban.platform.statistics.Question;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** {@code sup.burden} (督查负担): what supervision asked of units in the period, for each unit that was asked anything and each calendar month. */
@Component
class Burden {

    // A stage report that is asked for is material to write. A visit counts once its record is in: before, the unit may
    // not know of it.
    private static final String ASKED = """
            select unit_id, part, count(*) as items from (
                select a.unit_id, n.kind as part from supervision_notice n join supervision_assignment a on a.matter_id = n.matter_id
                where n.issued_at >= :start and n.issued_at < :end
                union all
                select unit_id, 'CHASE_LETTER' from supervision_chase_letter where issued_at >= :start and issued_at < :end
                union all
                select unit_id, 'INSPECTION' from field_inspection where begun_at >= :start and begun_at < :end and recorded_at is not null
                union all
                select substr(step, 7)::uuid, 'MATERIAL' from deadline
                where subject_type = 'supervision.matter' and starts_with(step, 'STAGE:') and trigger_at >= :start and trigger_at < :end) asked
            where %s group by unit_id, part""".formatted(Question.REACHES);

    private final DatabaseClient database;

    Burden(DatabaseClient database) {
        this.database = database;
    }

    /** So many of one kind that went to a unit. */
    record Asked(UUID unitId, String part, long items) {}

    Flux<Measure> measures(Question question) {
        return question.bindTo(database.sql(ASKED))
                .mapProperties(Asked.class)
                .all()
                .collectList()
                .flatMapIterable(asked -> measures(asked, months(question.period())));
    }

    private static List<Measure> measures(List<Asked> asked, long months) {
        var about = About.everything("sup.burden", Cohort.EVENT);
        var units = by(Asked::unitId, asked);
        var measures = new ArrayList<Measure>();
        measures.add(perMonth(about, asked, units.size() * months));
        by(Asked::part, asked)
                .forEach((part, of) -> measures.add(perMonth(about.part(part), of, units.size() * months)));
        units.forEach((unit, of) -> measures.add(perMonth(about.unit(unit), of, months)));
        return measures;
    }

    private static Measure perMonth(About about, List<Asked> asked, long unitMonths) {
        return Measure.mean(about, asked.stream().mapToLong(Asked::items).sum(), unitMonths);
    }

    private static <K extends Comparable<K>> TreeMap<K, List<Asked>> by(Function<Asked, K> key, List<Asked> asked) {
        return asked.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    /** The calendar months the period touches. */
    private static long months(Period period) {
        return ChronoUnit.MONTHS.between(
                        period.from().withDayOfMonth(1),
                        period.to().minusDays(1).withDayOfMonth(1))
                + 1;
    }
}
