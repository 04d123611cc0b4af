package io.duban.documents.incoming;

import io.duban.platform.calendar.OfficeTime;
import io.duban.platform.statistics.ClockRates;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Metrics;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * How incoming papers are handled (domain 2.1, appendix D), by the log and the clocks. What has no unit of its own is counted for whoever reaches
 * everything only. The log does not say which unit's result a review was about.
 */
@Component
class IncomingMetrics implements Metrics {

    private static final String WHOLE = """
            select c.id, a.unit_id, null as part, c.original_due_at, c.current_due_at, c.satisfied_at,
                   case d.status when 'VOIDED' then 'VOIDED' when 'RETURNED_TO_SENDER' then 'RETURNED' end as excluded
            from deadline c join incoming_document d on d.id = c.subject_id
            left join incoming_assignment a on a.document_id = d.id and a.duty in ('HOST', 'SEPARATE') and a.status not in ('DRAFTED', 'DROPPED')
            where c.subject_type = 'document.incoming' and c.step = 'WHOLE'""";

    private static final String RETURNS = """
            select unit_id, count(*) as registered, count(*) filter (where returned) as returned from (
                select d.sender_unit_id as unit_id, exists (select from event_log back where back.subject_id = e.subject_id
                    and back.type = 'document.incoming.returned' and back.position > e.position) as returned
                from event_log e join incoming_document d on d.id = e.subject_id
                where e.type = 'document.incoming.registered' and e.occurred_at >= :start and e.occurred_at < :end) registered
            where %s group by grouping sets ((), (unit_id))
            having grouping(unit_id) = 1 or unit_id is not null
            order by grouping(unit_id) desc""".formatted(Question.REACHES);

    private static final String FIRST_REVIEWS = """
            select count(*) as reviewed, count(*) filter (where type = 'document.incoming.resultAccepted') as accepted from (
                select null::uuid as unit_id, e.type from event_log e
                where e.type in ('document.incoming.resultAccepted', 'document.incoming.returnedForCorrection')
                  and e.occurred_at >= :start and e.occurred_at < :end
                  and not exists (select from event_log earlier where earlier.subject_id = e.subject_id and earlier.position < e.position
                      and earlier.type in ('document.incoming.resultAccepted', 'document.incoming.returnedForCorrection'))) first_reviews
            where %s """.formatted(Question.REACHES);

    private static final String BYPASSES = """
            select part, count(*) from (
                select case when type = 'platform.refusal.bypass' then unit_ids[1] end as unit_id,
                       case when type = 'platform.refusal.bypass' then 'REFUSED' else 'OFFLINE' end as part from event_log
                where type in ('document.bypass.recorded', 'platform.refusal.bypass') and occurred_at >= :start and occurred_at < :end) bypasses
            where %s group by grouping sets ((), (part)) order by grouping(part) desc""".formatted(Question.REACHES);

    private static final String ORPHANS = """
            select count(*) from incoming_document d
            where handling_kind = 'ACTION' and status not in ('COMPLETED', 'ARCHIVED', 'RETURNED_TO_SENDER', 'VOIDED')
              and not exists (select from todo where todo.subject_id = d.id and todo.closed_at is null)""";

    private static final String STAGES = """
            select step, trigger_at, satisfied_at from (
                select split_part(c.step, ':', 1) as step, c.trigger_at, c.satisfied_at, a.unit_id
                from deadline c left join incoming_assignment a on a.document_id = c.subject_id and c.step like '%%:' || a.id
                where c.subject_type = 'document.incoming' and c.satisfied_at >= :start and c.satisfied_at < :end) finished
            where %s""".formatted(Question.REACHES);

    private final DatabaseClient database;
    private final ClockRates clocks;
    private final OfficeTime officeTime;

    IncomingMetrics(DatabaseClient database, ClockRates clocks, OfficeTime officeTime) {
        this.database = database;
        this.clocks = clocks;
        this.officeTime = officeTime;
    }

    private record Stage(String step, Instant triggerAt, Instant satisfiedAt) {}

    @Override
    public String group() {
        return "incoming-documents";
    }

    @Override
    public Flux<Measure> measures(Question question) {
        return Flux.concat(
                onTime(question),
                returns(question),
                firstPasses(question),
                bypasses(question),
                orphans(question),
                stages(question));
    }

    /** {@code doc.onTimeRate} (收文按期办结率): completed by the due time / due in the period; units are those that lead the handling. */
    private Flux<Measure> onTime(Question question) {
        return clocks.onTime(About.everything("doc.onTimeRate", Cohort.DUE), WHOLE, question);
    }

    /** {@code doc.returnRate} (退文率): returned to the sender afterwards / registered in the period, by the unit that sent it. */
    private Flux<Measure> returns(Question question) {
        return question.bindTo(database.sql(RETURNS))
                .map(row -> Measure.rate(
                        new About("doc.returnRate", Cohort.REGISTERED, row.get("unit_id", UUID.class), null),
                        Rate.of(number(row, "returned"), number(row, "registered"))))
                .all();
    }

    /** {@code doc.firstPassRate} (反馈一次通过率): accepted at the first review / papers with their first review of a result in the period. */
    private Flux<Measure> firstPasses(Question question) {
        return question.bindTo(database.sql(FIRST_REVIEWS))
                .map(row -> Measure.rate(
                        About.everything("doc.firstPassRate", Cohort.REVIEWED),
                        Rate.of(number(row, "accepted"), number(row, "reviewed"))))
                .all();
    }

    /** {@code doc.bypassCount} (倒流/体外件数): in the period, recorded in the bypass ledger (OFFLINE) and commands refused for it (REFUSED). */
    private Flux<Measure> bypasses(Question question) {
        return question.bindTo(database.sql(BYPASSES))
                .map(row -> Measure.count(
                        About.everything("doc.bypassCount", Cohort.EVENT).part(row.get("part", String.class)),
                        number(row, "count")))
                .all();
    }

    /** {@code doc.orphanCount} (漏办件数): papers to act on, not at their end, without an open to-do now; told to who reaches everything. */
    private Flux<Measure> orphans(Question question) {
        return question.zone().everything() && question.unitId() == null
                ? database.sql(ORPHANS)
                        .map(row ->
                                Measure.count(About.everything("doc.orphanCount", Cohort.NOW), number(row, "count")))
                        .all()
                : Flux.empty();
    }

    /** {@code doc.stageHours} (各环节办理时长): working hours from the trigger to the satisfaction of clocks satisfied in the period, by step. */
    private Flux<Measure> stages(Question question) {
        return question.bindTo(database.sql(STAGES))
                .mapProperties(Stage.class)
                .all()
                .collectList()
                .zipWith(officeTime.counting(), IncomingMetrics::hours)
                .flatMapMany(Flux::fromIterable);
    }

    private static List<Measure> hours(List<Stage> stages, BiFunction<Instant, Instant, Duration> officeTime) {
        var about = About.everything("doc.stageHours", Cohort.FINISHED);
        return stages.stream().collect(Collectors.groupingBy(Stage::step)).entrySet().stream()
                .map(step -> Measure.hours(
                        about.part(step.getKey()),
                        step.getValue().stream()
                                .map(stage -> officeTime.apply(stage.triggerAt(), stage.satisfiedAt()))
                                .toList()))
                .toList();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
