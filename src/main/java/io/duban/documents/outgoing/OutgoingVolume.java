package io.duban.documents.outgoing;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Metrics;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * How much is issued (domain 2.2, appendix D). When is the log's word: the first event {@code issued} of a paper. The log does not say by which
 * issuer, with which number and from which unit; that is read from the paper, where it no longer changes.
 */
@Component
class OutgoingVolume implements Metrics {

    static final String GROUP = "outgoing-documents";

    private static final String FIRST_ISSUED = """
            select d.id, d.issuer, d.numbered, d.disclosure, d.drafting_unit_id as unit_id, length(d.text) as characters, e.occurred_at as at
            from event_log e join outgoing_document d on d.id = e.subject_id
            where e.type = 'document.outgoing.issued' and e.occurred_at >= %s and e.occurred_at < %s
              and not exists (select from event_log earlier
                  where earlier.subject_id = e.subject_id and earlier.type = e.type and earlier.position < e.position)""";

    private static final String ISSUED = """
            with issued as (%s union all %s)
            select issuer, unit_id,
                   count(*) filter (where numbered and at is not null) as numbered,
                   count(*) filter (where numbered and at is null) as numbered_last_year,
                   count(*) filter (where not numbered and at is not null) as unnumbered,
                   count(*) filter (where not numbered and at is null) as unnumbered_last_year
            from issued where %s
            group by grouping sets ((), (issuer), (unit_id))
            order by grouping(issuer, unit_id) desc""".formatted(
            FIRST_ISSUED.formatted(":start", ":end"),
            // A period longer than a year overlaps the same dates a year before, and a paper then counts in both.
            FIRST_ISSUED.formatted(":lastStart", ":lastEnd").replace("e.occurred_at as at", "null as at"),
            Question.REACHES);

    private static final String SHARES = """
            with issued as (%s)
            select unit_id, count(*) as issued,
                   count(*) filter (where disclosure = 'PROACTIVE') as proactive,
                   count(*) filter (where exists (select from event_log later
                       where later.subject_id = issued.id and later.type = 'document.outgoing.corrected')) as corrected,
                   coalesce(sum(characters), 0)::bigint as characters
            from issued where %s
            group by grouping sets ((), (unit_id))
            order by grouping(unit_id) desc""".formatted(FIRST_ISSUED.formatted(":start", ":end"), Question.REACHES);

    private static final String UNUSED = """
            select code || '〔' || year || '〕' || n || '号' as number from (
                select issuer_code as code, number_year as year, number_sequence as n from void_number
                where number_year between :first and :last
                union
                select s.issuer_code, s.year, n
                from number_sequence s cross join lateral generate_series(1, s.last) n
                left join outgoing_document d on d.issuer_code = s.issuer_code and d.number_year = s.year and d.number_sequence = n
                where s.year between :first and :last and (d.id is null or d.status in ('WITHDRAWN', 'NOT_ISSUED', 'VOIDED'))) void
            order by code, year, n""";

    private final DatabaseClient database;

    OutgoingVolume(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Flux<Measure> measures(Question question) {
        return Flux.concat(issued(question), shares(question), unused(question));
    }

    /**
     * {@code doc.issuedNumbered}, {@code doc.issuedUnnumbered} (有/无文号发文数): papers first issued in the period, of everything, by issuer and by
     * unit, beside those of the same dates one year before.
     */
    private Flux<Measure> issued(Question question) {
        var lastYear = question.period().lastYear();
        return question.bindTo(database.sql(ISSUED))
                .bind("lastStart", lastYear.start())
                .bind("lastEnd", lastYear.end())
                .map(row -> Flux.just(
                        issued("numbered", "doc.issuedNumbered", row),
                        issued("unnumbered", "doc.issuedUnnumbered", row)))
                .all()
                .concatMap(both -> both);
    }

    private static Measure issued(String column, String metric, Readable row) {
        return Measure.count(
                about(metric, row).part(row.get("issuer", String.class)),
                number(row, column),
                number(row, column + "_last_year"));
    }

    /**
     * {@code doc.errorRate} (差错率): papers with a correction until now / papers first issued in the period. {@code doc.proactiveShare}
     * (主动公开占比): papers to be disclosed proactively / the same. {@code doc.averageCharacters} (平均字数): characters of their texts / the same.
     */
    private Flux<Measure> shares(Question question) {
        return question.bindTo(database.sql(SHARES))
                .map(row -> Flux.just(
                        Measure.rate(
                                about("doc.errorRate", row), Rate.of(number(row, "corrected"), number(row, "issued"))),
                        Measure.rate(
                                about("doc.proactiveShare", row),
                                Rate.of(number(row, "proactive"), number(row, "issued"))),
                        Measure.mean(
                                about("doc.averageCharacters", row), number(row, "characters"), number(row, "issued"))))
                .all()
                .concatMap(three -> three);
    }

    /**
     * {@code doc.voidNumbers} (空号): numbers of the period's years that were voided, and any that were given and belong to no
     * paper that was or can be issued. They are
     * nobody's unit's, so only who reaches everything is told.
     */
    private Flux<Measure> unused(Question question) {
        if (!question.zone().everything() || question.unitId() != null) {
            return Flux.empty();
        }
        return database.sql(UNUSED)
                .bind("first", question.period().from().getYear())
                .bind("last", question.period().to().minusDays(1).getYear())
                .map(row -> Objects.requireNonNull(row.get("number", String.class)))
                .all()
                .collectList()
                .map(numbers -> Measure.list(About.everything("doc.voidNumbers", Cohort.NOW), numbers))
                .flux();
    }

    private static About about(String metric, Readable row) {
        return new About(metric, Cohort.ISSUED, unit(row), null);
    }

    private static @Nullable UUID unit(Readable row) {
        return row.get("unit_id", UUID.class);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
