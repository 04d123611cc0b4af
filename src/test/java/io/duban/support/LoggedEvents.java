package io.duban.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes to the event log as a command does, for tests that have no business to do: {@code LoggedEvents.hotline("n").to(person).write(db)}. */
public final class LoggedEvents {

    private static final String INSERT = """
            insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission,
                unit_ids, participant_ids, addressee_ids, state, light, recorded_at)
            values (?, ?, ?, ?, ?, 1, ?, 'ACTION', ?, ?, ?, ?, 'DISPATCHED', 'GREEN', ?)""";

    private final String subjectType;
    private final String permission;
    private final String title;
    private List<UUID> units = List.of();
    private List<UUID> addressees = List.of();
    private Instant recordedAt = Instant.now();

    private LoggedEvents(String subjectType, String permission, String title) {
        this.subjectType = subjectType;
        this.permission = permission;
        this.title = title;
    }

    public static LoggedEvents hotline(String title) {
        return new LoggedEvents("hotline.ticket", "ticket:list", title);
    }

    public static LoggedEvents supervision(String title) {
        return new LoggedEvents("supervision.matter", "supervision:read", title);
    }

    /** Of these units: who reaches them may see it. */
    public LoggedEvents of(UUID... these) {
        units = List.of(these);
        return this;
    }

    /** Addressed to these, and handed to them, so that they may see it. */
    public LoggedEvents to(UUID... these) {
        addressees = List.of(these);
        return this;
    }

    public LoggedEvents recordedAt(Instant when) {
        recordedAt = when;
        return this;
    }

    public void write(TestDatabase database) {
        try (var connection = database.connect()) {
            write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the connection's transaction. */
    public void write(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, subjectType + ".dispatched");
            insert.setTimestamp(3, Timestamp.from(recordedAt));
            insert.setString(4, subjectType);
            insert.setObject(5, UUID.randomUUID());
            insert.setString(6, title);
            insert.setString(7, permission);
            insert.setArray(8, connection.createArrayOf("uuid", units.toArray()));
            insert.setArray(9, connection.createArrayOf("uuid", addressees.toArray()));
            insert.setArray(10, connection.createArrayOf("uuid", addressees.toArray()));
            insert.setTimestamp(11, Timestamp.from(recordedAt));
            insert.execute();
        }
    }
}
