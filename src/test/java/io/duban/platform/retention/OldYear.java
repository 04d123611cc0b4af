package io.duban.platform.retention;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A partition of each log for a year long ago, in a database whose first partitions had no lower bound; every call takes the year before the last. */
final class OldYear {

    private static final AtomicInteger NEXT = new AtomicInteger(2010);
    private static final UUID OFFICE = new UUID(7, 7);

    private static final String UNREAD =
            "select count(*) from event_consumer c, %s e where (e.xid, e.position) > (c.xid, c.position)";

    private final TestDatabase database;
    private final int year;

    private OldYear(TestDatabase database, int year) {
        this.database = database;
        this.year = year;
    }

    static OldYear of(TestDatabase database) {
        for (var log : KeptLog.ALL) {
            database.execute("""
                    do $$
                    declare
                        first log_partition;
                    begin
                        select * into first from log_partition where log = '%1$s' and since is null;
                        if found then
                            execute format('alter table %1$s detach partition %%I', first.name);
                            execute format('alter table %1$s attach partition %%I for values from (%%L) to (%%L)', first.name, '2015-01-01Z', first.until);
                        end if;
                    end $$""".formatted(log.table()));
        }
        var old = new OldYear(database, NEXT.getAndDecrement());
        for (var log : KeptLog.ALL) {
            database.execute("select make_partition('%s', '%d-01-01Z', '%d-01-01Z')"
                    .formatted(log.table(), old.year, old.year + 1));
        }
        return old;
    }

    String partition(KeptLog log) {
        return "%s_%d_01".formatted(log.table(), year);
    }

    int year() {
        return year;
    }

    /** An event that everybody who reads the log at his own pace has read, where the product runs on the database. */
    void event(String title) {
        LoggedEvents.hotline(title).recordedAt(at()).write(database);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> count(UNREAD.formatted(partition(KeptLog.EVENTS))) == 0);
    }

    /** As a command writes it, but then. */
    void auditRow(int chain) {
        database.execute("""
                with chained as (
                    update audit_chain set length = length + 1, prev_head = head, at = '%2$s',
                        head = sha256(head || convert_to(audit_canonical(length + 1, '%2$s', '%3$s|test|null|done|thing|%3$s|1'), 'UTF8'))
                    where chain = %1$d returning *)
                insert into audit_row (chain, seq, recorded_at, actor_id, client_id, action, subject_type, subject_id, subject_version, content,
                    prev_hash, hash)
                select chain, length, at, '%3$s', 'test', 'done', 'thing', '%3$s', 1, '%3$s|test|null|done|thing|%3$s|1', prev_head, head
                from chained""".formatted(chain, at(), OFFICE));
    }

    long rows(KeptLog log) {
        return count("select count(*) from " + partition(log));
    }

    boolean isAttached(KeptLog log) {
        return count("select count(*) from log_partition where name = '%s'".formatted(partition(log))) == 1;
    }

    long count(String sql) {
        return count(database, sql);
    }

    static long count(TestDatabase database, String sql) {
        try (var connection = database.connect();
                var select = connection.createStatement();
                var rows = select.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }

    private Instant at() {
        return LocalDate.of(year, 6, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
