package io.duban.platform.retention;

import io.duban.platform.audit.ChainCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes partitions and takes them off, on the owner's connection. Writers wait for none of it. */
final class PartitionTables {

    private static final String ATTACHED = "select name, until from log_partition where log = ? order by until";

    private static final String PENDING = """
            select format('alter table %s detach partition %s finalize', inhparent::regclass, inhrelid::regclass)
            from pg_inherits where inhdetachpending""";

    /** Open work reads the last event of its subject, and will one day be counted by its first. */
    private static final String OPEN_WORK = """
            select exists (select from %s e where exists (select from deadline d where d.subject_id = e.subject_id and d.satisfied_at is null)
                or exists (select from todo t where t.subject_id = e.subject_id and t.closed_at is null))""";

    private static final String EVENTS_GO = """
            insert into detached_partition (name, log, until, row_count, digest, last_xid, last_number)
            select '%1$s', 'event_log', ?, (select count(*) from %1$s), table_digest('%1$s'), last.xid, last.position
            from (select) one left join (select xid, position from %1$s order by xid desc, position desc limit 1) last on true
            on conflict (name) do nothing""";

    private static final String AUDIT_GOES = """
            with gone as (
                insert into detached_partition (name, log, until, row_count, digest)
                values ('%1$s', 'audit_row', ?, (select count(*) from %1$s), table_digest('%1$s'))
                on conflict (name) do nothing returning name)
            insert into audit_anchor (chain, seq, hash, partition_name)
            select last.chain, last.seq, last.hash, gone.name
            from gone, (select distinct on (chain) chain, seq, hash from %1$s order by chain, seq desc) last""";

    /** A row that is older than one that goes would be left behind its successors. */
    private static final String LEFT_BEHIND = """
            select exists (select from audit_row a join (select chain, max(seq) as seq from %1$s group by chain) last using (chain)
                where a.seq <= last.seq and a.recorded_at >= ?)""";

    private final Connection connection;

    PartitionTables(Connection connection) {
        this.connection = connection;
    }

    /** By the clock that writes into the logs: an instance whose own runs ahead of it would take off what is not old. */
    Instant now() throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    List<Partition> attached(KeptLog log) throws SQLException {
        try (var select = connection.prepareStatement(ATTACHED)) {
            select.setString(1, log.table());
            var found = new ArrayList<Partition>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Partition(
                            log, rows.getString(1), rows.getTimestamp(2).toInstant()));
                }
            }
            return found;
        }
    }

    void make(KeptLog log, Instant since, Instant until) throws SQLException {
        try (var make = connection.prepareStatement("select make_partition(?::regclass, ?, ?)")) {
            make.setString(1, log.table());
            make.setTimestamp(2, Timestamp.from(since));
            make.setTimestamp(3, Timestamp.from(until));
            make.execute();
        }
    }

    /** Why the log cannot do without it yet, as far as its own rows tell; empty when it can. */
    Optional<String> neededBy(Partition partition) throws SQLException {
        if (partition.log() == KeptLog.EVENTS) {
            return asked(OPEN_WORK.formatted(partition.name()), null) ? Optional.of("open work") : Optional.empty();
        }
        if (asked(LEFT_BEHIND.formatted(partition.name()), partition.until())) {
            return Optional.of("a chain that is not in the order of time");
        }
        return asked(ChainCheck.BROKEN, null) ? Optional.of("a broken chain") : Optional.empty();
    }

    /** What goes is written down first: who is cut off in between finds it written and goes on from there. */
    void detach(Partition partition) throws SQLException {
        var goes = partition.log() == KeptLog.EVENTS ? EVENTS_GO : AUDIT_GOES;
        try (var write = connection.prepareStatement(goes.formatted(partition.name()))) {
            write.setTimestamp(1, Timestamp.from(partition.until()));
            write.execute();
        }
        run("alter table %s detach partition %s concurrently"
                .formatted(partition.log().table(), partition.name()));
    }

    /** Ends what somebody began and was cut off from. */
    void finishDetaching() throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(PENDING)) {
            while (rows.next()) {
                run(rows.getString(1));
            }
        }
    }

    /** Waits for whoever else is making partitions; until {@link #letOthers}, or the end of the session. */
    void makeAlone() throws SQLException {
        run("select pg_advisory_lock(hashtext('duban.retention'))");
    }

    /** Ends the last of {@link #makeAlone} and {@link #alone}. */
    void letOthers() throws SQLException {
        run("select pg_advisory_unlock(hashtext('duban.retention'))");
    }

    /** True for one session at a time, until {@link #letOthers}, or its end. */
    boolean alone() throws SQLException {
        return asked("select pg_try_advisory_lock(hashtext('duban.retention'))", null);
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean asked(String question, @Nullable Instant at) throws SQLException {
        try (var select = connection.prepareStatement(question)) {
            if (at != null) {
                select.setTimestamp(1, Timestamp.from(at));
            }
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
