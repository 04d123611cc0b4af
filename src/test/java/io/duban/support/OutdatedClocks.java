package io.duban.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The open clocks of a subject as another calendar would have made them: a day earlier, with all copies of their dates. When they are counted
 * again, all must be where it was.
 *
 * @param copies where dates of the subject are shown, as {@code table.column}, the column being the subject's id; dates that are not in the
 *     column {@code due_at} are named after it: {@code table.column.date+date}
 */
public record OutdatedClocks(DatabaseClient database, List<Job> jobs, UUID subject, List<String> copies) {

    public static OutdatedClocks of(UUID subject, DatabaseClient database, List<Job> jobs, String... copies) {
        return new OutdatedClocks(database, jobs, subject, Arrays.asList(copies));
    }

    /** All dates: of the clocks and of the copies. */
    private Mono<String> dates() {
        var all = copies.stream()
                .map(OutdatedClocks::split)
                .flatMap(copy -> Arrays.stream(columns(copy))
                        .map(column -> "(select string_agg(%s::text, ' ' order by id) from %s where %s = $1)"
                                .formatted(column, copy[0], copy[1])))
                .collect(Collectors.joining(", "));
        return text("select concat_ws(' | ', (select string_agg(current_due_at::text, ' ' order by id) from deadline"
                + " where subject_id = $1 and satisfied_at is null), " + all + ")");
    }

    /** All versions of the rows with copies, added up. */
    private long versions() {
        var all = copies.stream()
                .map(OutdatedClocks::split)
                .map(copy -> "(select sum(version) from %s where %s = $1)".formatted(copy[0], copy[1]))
                .collect(Collectors.joining(" + "));
        return Long.parseLong(text("select (" + all + ")::text").block());
    }

    /** The dates as they are then, seen in the same transaction, since the product counts again whenever it likes. */
    private String pullBack() {
        var pieces = copies.stream()
                .map(OutdatedClocks::split)
                .map(copy -> ", %1$s_back as (update %1$s set %3$s where %2$s = $1)"
                        .formatted(
                                copy[0],
                                copy[1],
                                Arrays.stream(columns(copy))
                                        .map("%1$s = %1$s - interval '1 day'"::formatted)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
        var pulled = database.sql("""
                        with clocks as (
                            update deadline set calendar_version = '2025.0', current_due_at = current_due_at - interval '1 day',
                                original_due_at = original_due_at - interval '1 day', warn_at = warn_at - interval '1 day'
                            where subject_id = $1 and satisfied_at is null and rule_id not like '%/GIVEN')
                        """ + pieces + " select 1").bind(0, subject).then();
        return TransactionalOperator.create(new R2dbcTransactionManager(database.getConnectionFactory()))
                .transactional(pulled.then(dates()))
                .block();
    }

    /** Twice, as by two instances. */
    public void recount() {
        var upkeep = jobs.stream()
                .filter(job -> job.name().equals("the upkeep of deadlines"))
                .findFirst()
                .orElseThrow();
        upkeep.work().get().block();
        upkeep.work().get().block();
    }

    /** Pulls back, counts again, and looks whether everything is where it was and so many rows are in their next version. */
    public void followedBy(int rows) {
        var before = dates().block();
        var seen = versions();
        assertThat(pullBack()).isNotEqualTo(before);
        recount();
        assertThat(dates().block()).isEqualTo(before);
        assertThat(versions()).isGreaterThanOrEqualTo(seen + rows);
    }

    private static String[] columns(String[] copy) {
        return copy.length == 2 ? new String[] {"due_at"} : copy[2].split("\\+");
    }

    private static String[] split(String copy) {
        return copy.split("\\.");
    }

    private Mono<String> text(String sql) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, String.class))
                .one();
    }
}
