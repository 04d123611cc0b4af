package io.duban.platform.realtime;

import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A stream begins where the instance's reader of the log is. What the test before wrote last may still be before it then, and would be told to this one. */
final class Level {

    private static final String NEWEST = """
            select xid::text::bigint, position from event_log order by event_log.xid desc, position desc limit 1""";

    private Level() {}

    /** Until the reader has come to the end of the log. */
    static void comes(TailFeed feed, TestDatabase database) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO) // mostly it is there
                .until(() -> isAtEnd(feed, database));
    }

    private static boolean isAtEnd(TailFeed feed, TestDatabase database) throws SQLException {
        var reached = feed.tail().block().reached();
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(NEWEST)) {
            return !rows.next() || reached.number() == rows.getLong(2) && reached.xid() == rows.getLong(1);
        }
    }
}
