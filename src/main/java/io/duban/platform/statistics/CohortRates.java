package io.duban.platform.statistics;

import io.duban.platform.statistics.Measure.About;
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
public class CohortRates {

    private static final String COUNTED = """
            select metric, grouping(unit_id) = 1 as whole, unit_id, excluded, count(distinct id) as items,
                   count(distinct id) filter (where hit) as hits
            from (%s) items where %s
            group by grouping sets ((metric, excluded), (metric, unit_id, excluded))
            having grouping(unit_id) = 1 or unit_id is not null
            order by whole desc, unit_id, excluded""";

    private static final String ONE = "select 'ONE' as metric, asked.* from (%s) asked";

    private final DatabaseClient database;

    CohortRates(DatabaseClient database) {
        this.database = database;
    }

    /** Items of one reach that are counted, or left out for the same reason. */
    record Counted(
            String metric,
            boolean whole,
            @Nullable UUID unitId,
            @Nullable String excluded,
            long items,
            long hits) {}

    /**
     * @param items a query with the columns {@code id} (a row with the same id counts once), {@code unit_id} (whose it is), {@code hit} (whether
     *     it happened) and {@code excluded} (null, or the reason for what is told but not counted); it may name {@code :start}, {@code :end} and
     *     {@code :now}
     */
    public Flux<Measure> shares(About about, String items, Question question) {
        return shares(Map.of("ONE", about), ONE.formatted(items), question);
    }

    /**
     * Several shares of one cohort by one query.
     *
     * @param abouts each by its name in the column {@code metric}, in the order they are told
     * @param items as above, with the column {@code metric}
     */
    public Flux<Measure> shares(Map<String, About> abouts, String items, Question question) {
        var counted = question.bindTo(database.sql(COUNTED.formatted(items, Question.REACHES)));
        return (items.contains(":now") ? counted.bind("now", question.now()) : counted)
                .mapProperties(Counted.class)
                .all()
                .collectList()
                .flatMapIterable(rows -> abouts.entrySet().stream()
                        .flatMap(about -> measures(
                                about.getValue(),
                                rows.stream()
                                        .filter(row -> row.metric().equals(about.getKey()))
                                        .toList())
                                .stream())
                        .toList());
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
