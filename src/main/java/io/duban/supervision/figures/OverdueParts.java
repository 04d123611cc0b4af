package io.duban.supervision.figures;

import io.duban.platform.calendar.OfficeTime;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Units' parts that were late by the date as extended: for how long, and whether anybody had chased them. */
@Component
class OverdueParts {

    // Whom the system reminded was not chased: only what a person did counts (不愿督查、不愿催办). 24:00 is of the day that
    // ends.
    private static final String OVERDUE = """
            select unit_id, chased, due_on, until_on, count(*) as parts from (
                select unit_id, ((current_due_at - interval '1 microsecond') at time zone 'Asia/Shanghai')::date as due_on,
                       (coalesce(stopped_at, :now) at time zone 'Asia/Shanghai')::date as until_on,
                       exists (select from supervision_assignment a where a.matter_id = clocks.matter_id and a.unit_id = clocks.unit_id and (
                           exists (select from supervision_chase h where h.assignment_id = a.id and h.chased_at >= trigger_at and h.chased_at < next_at)
                           or exists (select from supervision_chase_letter l where l.assignment_id = a.id
                               and l.issued_at >= trigger_at and l.issued_at < next_at))) as chased
                from (%s) clocks
                where excluded is null and current_due_at > :start and current_due_at <= :end and current_due_at < :now
                  and (satisfied_at is null or satisfied_at > current_due_at)) overdue
            where %s group by unit_id, chased, due_on, until_on""".formatted(PartClocks.HANDLE, Question.REACHES);

    private final DatabaseClient database;
    private final OfficeTime officeTime;

    OverdueParts(DatabaseClient database, OfficeTime officeTime) {
        this.database = database;
        this.officeTime = officeTime;
    }

    /** So many parts of a unit that were due on the same day and handed in, or ended, on the same day. */
    record Overdue(UUID unitId, boolean chased, LocalDate dueOn, LocalDate untilOn, long parts) {}

    Flux<Measure> measures(Question question) {
        return question.bindTo(database.sql(OVERDUE))
                .bind("now", question.now())
                .mapProperties(Overdue.class)
                .all()
                .collectList()
                .zipWith(officeTime.countingDays(), OverdueParts::measures)
                .flatMapIterable(measures -> measures);
    }

    private static List<Measure> measures(List<Overdue> overdue, BiFunction<LocalDate, LocalDate, Long> workingDays) {
        var measures = new ArrayList<Measure>();
        var about = About.everything("sup.meanOverdueDays", Cohort.DUE);
        measures.add(meanDays(about, overdue, workingDays));
        var units = new TreeMap<UUID, List<Overdue>>();
        overdue.forEach(part ->
                units.computeIfAbsent(part.unitId(), unit -> new ArrayList<>()).add(part));
        units.forEach((unit, parts) -> measures.add(meanDays(about.unit(unit), parts, workingDays)));
        measures.add(unchased(overdue));
        return measures;
    }

    /** {@code sup.meanOverdueDays} (平均超期天数): working days after the due day, over parts due in the period and late; those still owed, until now. */
    private static Measure meanDays(
            About about, List<Overdue> overdue, BiFunction<LocalDate, LocalDate, Long> workingDays) {
        var days = overdue.stream()
                .mapToLong(part -> part.parts() * workingDays.apply(part.dueOn(), part.untilOn()))
                .sum();
        return Measure.mean(about, days, parts(overdue));
    }

    /** {@code sup.unchasedOverdue} (未催即超期): never chased by a person / due in the period and late; of the office, so of no unit. */
    private static Measure unchased(List<Overdue> overdue) {
        var unchased = overdue.stream().filter(part -> !part.chased()).toList();
        return Measure.rate(
                About.everything("sup.unchasedOverdue", Cohort.DUE), Rate.of(parts(unchased), parts(overdue)));
    }

    private static long parts(List<Overdue> overdue) {
        return overdue.stream().mapToLong(Overdue::parts).sum();
    }
}
