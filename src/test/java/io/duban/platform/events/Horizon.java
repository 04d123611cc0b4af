package io.duban.platform.events;

import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Up to where the log may be read. The server has one for all of its databases: a transaction of another test's product, or of its own upkeep, holds events
 * back here too, for as long as it lasts.
 */
final class Horizon {

    private static final String PASSED =
            "select coalesce(max(xid::text::bigint), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint from event_log";

    private Horizon() {}

    /** Until all that is committed may be read. */
    static void passes(TestDatabase database) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO) // mostly it has
                .until(() -> hasPassed(database));
    }

    private static boolean hasPassed(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(PASSED)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
