package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.persistence.DirectConnections;
import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Sixteen writers hold their transactions open for a while and commit out of the order in which they took their numbers (F8). */
class CommitOrderTests {

    private static final int WRITERS = 16;
    private static final int EACH = 60;
    private static final int LONGEST_MS = 60;
    private static final int ROLLED_BACK_PERCENT = 3;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void losesNothingDoublesNothingAndKeepsTheOrderWhereCountingLoses() throws Exception {
        var doorbell = new Doorbell();
        var followed = Collections.synchronizedList(new ArrayList<LoggedEvent>());
        var following = new LogReader(
                        new EventLog(DatabaseClient.create(database.connections())),
                        new DirectConnections(database.connections()),
                        doorbell,
                        RingReach.POSTGRES.poll())
                .follow(LogPosition.START)
                .subscribe(followed::addAll);
        var over = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(WRITERS + 1);
        var counting = threads.submit(() -> countingReader(over));

        var committed = new HashSet<String>();
        var writers = new ArrayList<Callable<Set<String>>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var number = writer;
            writers.add(() -> write(number, doorbell));
        }
        for (var writer : threads.invokeAll(writers)) {
            committed.addAll(writer.get());
        }
        await(() -> followed.size() >= committed.size());
        Thread.sleep(Duration.ofMillis(300).toMillis()); // long enough for another poll: a doubled event would come now
        over.set(true);
        var counted = counting.get();
        following.dispose();
        threads.shutdown();

        var titles = followed.stream().map(LoggedEvent::title).toList();
        assertThat(titles).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
        assertThat(followed.stream().map(LoggedEvent::position)).isSorted();
        System.out.printf(
                "commit order: %d committed, %d followed; a reader by number saw %d and lost %d%n",
                committed.size(), followed.size(), counted.size(), committed.size() - counted.size());
        assertThat(counted.size())
                .as("the reader by number must lose events here, or this test could not fail")
                .isLessThan(committed.size());
    }

    private Set<String> write(int writer, Doorbell doorbell) throws Exception {
        var random = new Random(writer);
        var written = new HashSet<String>();
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < EACH; i++) {
                var title = writer + "-" + i;
                LoggedEvents.hotline(title).write(connection);
                Thread.sleep(random.nextInt(LONGEST_MS + 1));
                if (random.nextInt(100) < ROLLED_BACK_PERCENT) {
                    connection.rollback();
                } else {
                    connection.commit();
                    written.add(title);
                    doorbell.ring();
                }
            }
        }
        return written;
    }

    /** What is often done: everything above the highest number seen. */
    private List<String> countingReader(AtomicBoolean over) throws SQLException, InterruptedException {
        var seen = new ArrayList<String>();
        long last = 0;
        try (Connection connection = database.connect();
                var select = connection.prepareStatement(
                        "select position, title from event_log where position > ? order by position")) {
            while (!over.get()) {
                select.setLong(1, last);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        seen.add(rows.getString(2));
                    }
                }
                Thread.sleep(2);
            }
        }
        return seen;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call() && System.nanoTime() < patience) {
            Thread.sleep(10);
        }
    }
}
