package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.persistence.DirectConnections;
import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** An event whose ring came while an older transaction was open: nobody may read it then, and nobody rings when it may be read (F8). */
class HeldBackTests {

    private static final int ROUNDS = 20;

    /** So long that a reader who waits for it has failed. */
    private static final Duration POLL = Duration.ofMinutes(5);

    private final TestDatabase database = TestDatabase.create();

    @Test
    void isReadSoonAfterTheOlderTransactionHasEnded() throws Exception {
        var doorbell = new Doorbell();
        var read = new LinkedBlockingQueue<LoggedEvent>();
        var following = new LogReader(
                        new EventLog(DatabaseClient.create(database.connections())),
                        new DirectConnections(database.connections()),
                        doorbell,
                        POLL)
                .follow(LogPosition.START)
                .subscribe(read::addAll);
        var lags = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            var title = "held back " + round;
            try (var older = database.connect()) {
                older.setAutoCommit(false);
                LoggedEvents.hotline("never").write(older);
                LoggedEvents.hotline(title).write(database);
                doorbell.ring();
                assertThat(read.poll(70 + 7L * round, TimeUnit.MILLISECONDS))
                        .as("an older one may still come before it")
                        .isNull();
                older.rollback();
            }
            var ended = System.nanoTime();
            var event = read.poll(30, TimeUnit.SECONDS);
            assertThat(event).isNotNull().extracting(LoggedEvent::title).isEqualTo(title);
            lags.add((System.nanoTime() - ended) / 1_000_000);
        }
        following.dispose();
        lags.sort(null);
        System.out.printf(
                "held back: read after %d ms p50, %d ms at most%n", lags.get(ROUNDS / 2), lags.get(ROUNDS - 1));
    }

    @Test
    void isNotLookedForWhenNothingIsThere() throws Exception {
        var doorbell = new Doorbell();
        var read = new LinkedBlockingQueue<LoggedEvent>();
        var following = new LogReader(
                        new EventLog(DatabaseClient.create(database.connections())),
                        new DirectConnections(database.connections()),
                        doorbell,
                        POLL)
                .follow(LogPosition.START)
                .subscribe(read::addAll);
        LoggedEvents.hotline("rung for").write(database);
        doorbell.ring();
        assertThat(read.poll(30, TimeUnit.SECONDS)).isNotNull();
        looksNoMore();

        LoggedEvents.hotline("nobody rang").write(database);

        assertThat(read.poll(700, TimeUnit.MILLISECONDS))
                .as("found by looking every 50 ms, for ever")
                .isNull();
        doorbell.ring();
        assertThat(read.poll(30, TimeUnit.SECONDS)).isNotNull();
        following.dispose();
    }

    /** Until the last look for more was long ago: the one after the event that was rung for is soon, but who knows when on a busy machine. */
    private void looksNoMore() {
        var last = "select count(*) from pg_stat_activity where datname = current_database() and state = 'idle'"
                + " and query = '%s' and query_start < now() - interval '2 seconds'".formatted(EventLog.GOES_ON);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (var connection = database.connect();
                    var found = connection.createStatement().executeQuery(last)) {
                found.next();
                return found.getInt(1) == 1;
            }
        });
    }
}
