package io.duban.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.duban.platform.audit.ChainCheck;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chains hold across partitions, also where the first of them has left. */
class AuditPartitionTests {

    private static final int CHAIN = 3;

    private final TestDatabase database = TestDatabase.create();
    private OldYear newer;
    private OldYear older;

    @BeforeEach
    void rows() {
        newer = OldYear.of(database);
        older = OldYear.of(database);
        for (int i = 0; i < 3; i++) {
            older.auditRow(CHAIN);
        }
        for (int i = 0; i < 3; i++) {
            newer.auditRow(CHAIN);
        }
    }

    @Test
    void theRestIsVerifiedFromTheAnchorOfWhatLeft() {
        assertThat(broken()).isFalse();
        leave(older);
        assertThat(broken()).isFalse();
        leave(newer);
        assertThat(broken()).isFalse();
        OldYear.of(database).auditRow(CHAIN);
        assertThat(broken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s set action = 'other' where seq = 5",
                "delete from %s where seq = 4",
                "delete from %s where seq = 5",
                "delete from %s where seq = 6",
                "delete from %s",
            })
    void everyTamperingWithTheRestIsFound(String tampering) {
        leave(older);
        var partition = newer.partition(KeptLog.AUDIT);
        database.execute("alter table %s disable trigger audit_append_only".formatted(partition));
        database.execute(tampering.formatted(partition));
        assertThat(broken()).isTrue();
    }

    @Test
    void anAnchorThatWasMovedIsFound() {
        leave(older);
        database.execute("alter table audit_anchor disable trigger audit_append_only");
        database.execute("update audit_anchor set hash = sha256('x')");
        assertThat(broken()).isTrue();
    }

    @Test
    void whatWasTakenOffByHandIsMissed() {
        database.execute("alter table audit_row detach partition " + older.partition(KeptLog.AUDIT));
        assertThat(broken()).isTrue();
    }

    @Test
    void aPartitionIsNotLetGoWithABrokenChain() throws SQLException {
        var partition = older.partition(KeptLog.AUDIT);
        database.execute("alter table %s disable trigger audit_append_only".formatted(partition));
        database.execute("update %s set action = 'other' where seq = 2".formatted(partition));
        try (var connection = database.connect()) {
            assertThat(new PartitionTables(connection).neededBy(last(older))).contains("a broken chain");
        }
    }

    @Test
    void noPartitionOrAnchorCanBeRewritten() {
        leave(older);
        for (var table : new String[] {
            newer.partition(KeptLog.AUDIT), older.partition(KeptLog.AUDIT), "audit_row_first", "audit_anchor"
        }) {
            for (var sql : new String[] {"delete from " + table, "truncate " + table}) {
                assertThat(catchThrowable(() -> database.execute(sql)))
                        .as(sql)
                        .hasStackTraceContaining("never changed");
            }
        }
    }

    private void leave(OldYear year) {
        try (var connection = database.connect()) {
            var tables = new PartitionTables(connection);
            assertThat(tables.neededBy(last(year))).isEmpty();
            tables.detach(last(year));
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Partition last(OldYear year) {
        return new Partition(KeptLog.AUDIT, year.partition(KeptLog.AUDIT), Instant.parse("2015-01-01T00:00:00Z"));
    }

    private boolean broken() {
        return older.count("select (%s)::int".formatted(ChainCheck.BROKEN.replaceFirst("^select ", ""))) == 1;
    }
}
