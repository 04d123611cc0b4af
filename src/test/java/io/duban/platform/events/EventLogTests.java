package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

class EventLogTests {

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(DatabaseClient.create(database.connections()));

    @Test
    void holdsBackWhatCommitsBesideAnOpenTransaction() throws Exception {
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            LoggedEvents.hotline("slow").write(slow);
            LoggedEvents.hotline("fast").write(database);

            log.after(LogPosition.START, 10)
                    .as(StepVerifier::create)
                    .assertNext(page -> assertThat(page).isEmpty())
                    .verifyComplete();

            slow.commit();
            Horizon.passes(database);
            log.after(LogPosition.START, 10)
                    .as(StepVerifier::create)
                    .assertNext(page ->
                            assertThat(page).extracting(LoggedEvent::title).containsExactly("slow", "fast"))
                    .verifyComplete();
        }
    }

    @Test
    void givesACursorWithNothingBeforeItOnItsWay() throws Exception {
        LoggedEvents.hotline("before").write(database);
        Horizon.passes(database);
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            LoggedEvents.hotline("slow").write(slow);
            LoggedEvents.hotline("fast").write(database);
            var cursor = Cursor.parse(log.currentCursor().block()).orElseThrow();
            slow.commit();
            Horizon.passes(database);

            log.after(cursor.position(), 10)
                    .as(StepVerifier::create)
                    .assertNext(page ->
                            assertThat(page).extracting(LoggedEvent::title).containsExactly("slow", "fast"))
                    .verifyComplete();
        }
    }

    /** Each reader asks several times a second whether there is more, and mostly there is not: that must not mean to read all there ever was. */
    @Test
    void looksForMoreByTheIndex() throws Exception {
        LoggedEvents.hotline("one of many").write(database);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission)
                    select gen_random_uuid(), type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission
                    from event_log, generate_series(1, 20000)""");
            statement.execute("analyze event_log");
            for (var mode : List.of("force_generic_plan", "force_custom_plan")) {
                statement.execute("set plan_cache_mode = " + mode);
                statement.execute("prepare more(text, bigint) as " + EventLog.GOES_ON);
                assertThat(plan(statement, "execute more('999999999', 0)"))
                        .as(mode)
                        .doesNotContain("Seq Scan");
                statement.execute("deallocate more");
            }
        }
    }

    private static String plan(Statement statement, String query) throws SQLException {
        var plan = new StringBuilder();
        try (var rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void startsBeforeTheFirstEventOfAnEmptyLog() {
        log.currentCursor()
                .as(StepVerifier::create)
                .assertNext(cursor -> assertThat(cursor).endsWith(".0.0"))
                .verifyComplete();
    }

    @Test
    void knowsWhatNobodyCanHaveRead() {
        LoggedEvents.hotline("one").write(database);
        Horizon.passes(database);

        log.standing(new LogPosition(Long.MAX_VALUE / 2, 1))
                .as(StepVerifier::create)
                .assertNext(standing -> assertThat(standing.ahead()).isTrue())
                .verifyComplete();
        log.standing(LogPosition.START)
                .as(StepVerifier::create)
                .assertNext(standing -> {
                    assertThat(standing.ahead()).isFalse();
                    assertThat(standing.nextAt()).isPresent();
                })
                .verifyComplete();
    }

    @Test
    void readsTheNewestOldestFirst() {
        LoggedEvents.hotline("one").write(database);
        LoggedEvents.hotline("two").write(database);
        LoggedEvents.hotline("three").write(database);
        Horizon.passes(database);

        log.newest(2)
                .as(StepVerifier::create)
                .assertNext(
                        page -> assertThat(page).extracting(LoggedEvent::title).containsExactly("two", "three"))
                .verifyComplete();
    }
}
