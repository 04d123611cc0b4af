package io.duban.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Reading what was done to one object costs the same, however long the trail is. */
class AuditReadingTests {

    @Test
    void theTrailOfAnObjectIsFoundByItsIndexes() throws SQLException {
        assertThat(plan())
                .contains("audit_row_by_subject", "audit_row_by_further")
                .doesNotContain("Seq Scan");
    }

    /** As PostgreSQL would take it of a table that is not empty. */
    private static String plan() throws SQLException {
        var sql = AuditReading.ROWS
                .replace(":subject", "'01900000-0000-7000-8000-000000000001'::uuid")
                .replace(":limit", "10")
                .replaceAll("(?<!:):last\\w+", "null");
        try (var connection = TestDatabase.create().connect();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            var plan = new StringJoiner("\n");
            try (var lines = statement.executeQuery("explain " + sql)) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            return plan.toString();
        }
    }
}
