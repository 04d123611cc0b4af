package io.duban.platform.statistics;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * How many clocks were satisfied in time, by the original deadline and by the one as extended (domain 0.6). A clock counts in the period its day
 * of expiry lies in; 24:00 of the last day is still in it. What is not yet due is told as excluded, what is due and unfinished is a failure.
 * A hand-in that was returned does not satisfy: its clock goes on as if it had never stopped.
 */
@Component
public class ClockRates {

    private static final List<String> REASONS = List.of(
            "VOIDED", "RETURNED", "CANCELLED", "SUSPENDED", "LONG_TERM", "REASSIGNED", "RELEASED", "NOT_REVIEWED");

    private static final String LEFT_OUT = Stream.of("original", "current")
            .flatMap(deadline -> REASONS.stream()
                    .map(reason -> "count(distinct id) filter (where %s and excluded = '%s') as %s"
                            .formatted(deadline, reason, column(deadline, reason))))
            .collect(Collectors.joining(", "));

    private static final String COUNTED = """
            with clocks as (%s),
            placed as (
                select id, unit_id, part, satisfied_at, excluded, original_due_at, current_due_at,
                       original_due_at > :start and original_due_at <= :end as original,
                       current_due_at > :start and current_due_at <= :end as current
                from clocks where %s)
            select unit_id, part,
                   count(distinct id) filter (where original and excluded is null and original_due_at <= :now and satisfied_at <= original_due_at) as original_on_time,
                   count(distinct id) filter (where original and excluded is null and original_due_at <= :now) as original_due,
                   count(distinct id) filter (where original and excluded is null and original_due_at > :now) as original_later,
                   count(distinct id) filter (where current and excluded is null and current_due_at <= :now and satisfied_at <= current_due_at) as current_on_time,
                   count(distinct id) filter (where current and excluded is null and current_due_at <= :now) as current_due,
                   count(distinct id) filter (where current and excluded is null and current_due_at > :now) as current_later,
                   %s
            from placed where original or current
            group by grouping sets ((), (part), (unit_id))
            having grouping(part) = 1 or part is not null
            order by grouping(unit_id, part) desc, part""";

    private final DatabaseClient database;

    ClockRates(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param clocks a query with the columns {@code id} (a row with the same id counts once), {@code unit_id} (whose clock it is), {@code part}
     *     (null for none), {@code original_due_at}, {@code current_due_at}, {@code satisfied_at} and {@code excluded} (null, or one of
     *     {@link #REASONS} for what is told but not counted); it may name {@code :start}, {@code :end} and {@code :now}
     */
    public Flux<Measure> onTime(Measure.About about, String clocks, Question question) {
        return question.bindTo(database.sql(COUNTED.formatted(clocks, Question.REACHES, LEFT_OUT)))
                .bind("now", question.now())
                .map(row -> Measure.onTime(
                        about.unit(row.get("unit_id", UUID.class)).part(row.get("part", String.class)),
                        rate(row, "original"),
                        rate(row, "current")))
                .all();
    }

    private static Rate rate(Readable row, String deadline) {
        return Rate.of(
                number(row, deadline + "_on_time"),
                number(row, deadline + "_due"),
                Stream.concat(
                                Stream.of(new Rate.Exclusion("NOT_YET_DUE", number(row, deadline + "_later"))),
                                REASONS.stream()
                                        .map(reason ->
                                                new Rate.Exclusion(reason, number(row, column(deadline, reason)))))
                        .toList());
    }

    private static String column(String deadline, String reason) {
        return deadline + "_" + reason.toLowerCase(Locale.ROOT);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
