package io.duban.supervision.figures;

import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Which share of the items of a period something happened to: of all in reach, and of each unit. */
@Component
class CohortRates {

    private static final String COUNTED = """
            select grouping(unit_id) = 1 as whole, unit_id, excluded, count(distinct id) as items, count(distinct id) filter (where hit) as hits
            from (%s) items where %s
            group by grouping sets ((excluded), (unit_id, excluded))
            having grouping(unit_id) = 1 or unit_id is not null
            order by whole desc, unit_id, excluded""";

    private final DatabaseClient database;

    CohortRates(DatabaseClient database) {
        this.database = database;
    }

    /** Items of one reach that are counted, or left out for the same reason. */
    record Counted(
            boolean whole, @Nullable UUID unitId, @Nullable String excluded, long items, long hits) {}

    /**
     * @param items a query with the columns {@code id} (a row with the same id counts once), {@code unit_id} (whose it is), {@code hit} (whether
     *     it happened) and {@code excluded} (null, or the reason for what is told but not counted); it may name {@code :start} and {@code :end}
     */
    Flux<Measure> shares(About about, String items, Question question) {
        return question.bindTo(database.sql(COUNTED.formatted(items, Question.REACHES)))
                .mapProperties(Counted.class)
                .all()
                .collectList()
                .flatMapIterable(rows -> measures(about, rows));
    }

    private static List<Measure> measures(About about, List<Counted> rows) {
        var measures = new ArrayList<Measure>();
        measures.add(
                Measure.rate(about, rate(rows.stream().filter(Counted::whole).toList())));
        Map<UUID, List<Counted>> units = new LinkedHashMap<>();
        for (var row : rows) {
            if (row.unitId() != null) {
                units.computeIfAbsent(row.unitId(), unit -> new ArrayList<>()).add(row);
            }
        }
        units.forEach((unit, ofUnit) -> measures.add(Measure.rate(about.unit(unit), rate(ofUnit))));
        return measures;
    }

    private static Rate rate(List<Counted> rows) {
        var excluded = new ArrayList<Rate.Exclusion>();
        var items = 0L;
        var hits = 0L;
        for (var row : rows) {
            if (row.excluded() == null) {
                items += row.items();
                hits += row.hits();
            } else {
                excluded.add(new Rate.Exclusion(row.excluded(), row.items()));
            }
        }
        return Rate.of(hits, items, excluded);
    }
}
