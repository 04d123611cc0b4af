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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Where incoming papers get stuck (domain 2.1): at the desk of receipt, with a defect, or on somebody's desk. */
@Component
class IncomingBacklog implements Metrics {

    private static final int STALLED_AT = 2;

    private static final String RECEIPTS = """
            select c.id, null::uuid as unit_id, null as part, c.original_due_at, c.current_due_at, c.satisfied_at,
                   case d.status when 'VOIDED' then 'VOIDED' end as excluded
            from deadline c join incoming_document d on d.id = c.subject_id
            where c.subject_type = 'document.incoming' and c.step = 'SIGN_FOR'""";

    private static final String DEFECTS = """
            with registered as (
                select d.id, d.sender_unit_id as unit_id, case when exists (select from event_log back where back.subject_id = e.subject_id
                    and back.type = 'document.incoming.returned' and back.position > e.position) then d.defects else '{}' end as defects
                from event_log e join incoming_document d on d.id = e.subject_id
                where e.type = 'document.incoming.registered' and e.occurred_at >= :start and e.occurred_at < :end),
            reached as (select * from registered where %s)
            select null::uuid as unit_id, defect, count(distinct id) as returned, (select count(*) from reached) as registered
            from reached, unnest(defects) defect group by defect
            union all
            select unit_id, defect, count(distinct id), (select count(*) from reached all_of_unit where all_of_unit.unit_id = reached.unit_id)
            from reached, unnest(defects) defect where unit_id is not null group by unit_id, defect""".formatted(Question.REACHES);

    private static final String OVERDUE = """
            select subject_id, step, unit_id, trigger_at, due_at from (
                select c.subject_id, split_part(c.step, ':', 1) as step, a.unit_id, c.trigger_at, c.current_due_at as due_at
                from deadline c join incoming_document d on d.id = c.subject_id
                left join incoming_assignment a on a.document_id = c.subject_id and c.step like '%%:' || a.id
                where c.subject_type = 'document.incoming' and c.satisfied_at is null and c.current_due_at < :now
                  and d.status not in ('COMPLETED', 'ARCHIVED', 'VOIDED', 'RETURNED_TO_SENDER')) running
            where %s and :start::timestamptz < :end::timestamptz""".formatted(Question.REACHES);

    private final DatabaseClient database;
    private final ClockRates clocks;
    private final OfficeTime officeTime;

    IncomingBacklog(DatabaseClient database, ClockRates clocks, OfficeTime officeTime) {
        this.database = database;
        this.clocks = clocks;
        this.officeTime = officeTime;
    }

    private record Running(
            UUID subjectId, String step, @Nullable UUID unitId, Instant triggerAt, Instant dueAt) {}

    @Override
    public String group() {
        return "incoming-documents";
    }

    @Override
    public Flux<Measure> measures(Question question) {
        return Flux.concat(receipts(question), defects(question), stalled(question));
    }

    /**
     * {@code doc.registrationOnTimeRate} (登记及时率; appendix D has no id for it): taken into the office in time / due in the period. The one
     * clock the specification runs before a paper is registered is that of its receipt, so it is what is in time; it is the office's, not a unit's.
     */
    private Flux<Measure> receipts(Question question) {
        return clocks.onTime(About.everything("doc.registrationOnTimeRate", Cohort.DUE), RECEIPTS, question);
    }

    /** {@code doc.returnRate} (退文率) by defect and by unit and defect; a paper with two defects is in both, so parts do not add up. */
    private Flux<Measure> defects(Question question) {
        return question.bindTo(database.sql(DEFECTS))
                .map(row -> Measure.rate(
                        new About(
                                "doc.returnRate",
                                Cohort.REGISTERED,
                                row.get("unit_id", UUID.class),
                                row.get("defect", String.class)),
                        Rate.of(number(row, "returned"), number(row, "registered"))))
                .all();
    }

    /**
     * {@code doc.stalledCount} (压件; appendix D has no id for it): papers, now, at a step that has taken more than twice the working hours it was
     * given; of everything, by step and by unit.
     */
    private Flux<Measure> stalled(Question question) {
        return question.bindTo(database.sql(OVERDUE))
                .bind("now", question.now())
                .mapProperties(Running.class)
                .all()
                .collectList()
                .zipWith(officeTime.counting(), (running, counting) -> stalled(running, counting, question.now()))
                .flatMapMany(IncomingBacklog::counted);
    }

    private static List<Running> stalled(
            List<Running> running, BiFunction<Instant, Instant, Duration> officeTime, Instant now) {
        return running.stream()
                .filter(clock -> officeTime
                                .apply(clock.triggerAt(), now)
                                .compareTo(officeTime
                                        .apply(clock.triggerAt(), clock.dueAt())
                                        .multipliedBy(STALLED_AT))
                        > 0)
                .toList();
    }

    private static Flux<Measure> counted(List<Running> stalled) {
        var about = About.everything("doc.stalledCount", Cohort.NOW);
        var bySteps = stalled.stream().collect(Collectors.groupingBy(Running::step));
        var byUnits = stalled.stream()
                .filter(clock -> clock.unitId() != null)
                .collect(Collectors.groupingBy(clock -> Objects.requireNonNull(clock.unitId())));
        return Flux.fromStream(Stream.of(
                        Stream.of(Measure.count(about, papers(stalled))),
                        bySteps.entrySet().stream()
                                .map(step -> Measure.count(about.part(step.getKey()), papers(step.getValue()))),
                        byUnits.entrySet().stream()
                                .map(unit -> Measure.count(about.unit(unit.getKey()), papers(unit.getValue()))))
                .flatMap(measures -> measures));
    }

    private static long papers(List<Running> clocks) {
        return clocks.stream().map(Running::subjectId).distinct().count();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
