package io.duban.hotline.reporters;

import io.duban.platform.persistence.SealingKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports of wrongdoing that were taken in before reporters were sealed, by a version that kept them in clear on the ticket: each is sealed and taken
 * off its ticket, and from then on the database refuses any other. A migration, since no instance may serve such a ticket before; it follows the last
 * one in the same transaction, once, under Flyway's lock, however many instances start.
 */
@Component
class SealEarlierReporters implements JavaMigration {

    private static final String CLEAR = """
            select id, citizen_name, citizen_phone, citizen_address from hotline_ticket
            where demand_type = 'REPORT_WRONGDOING'
              and (citizen_name is not null or citizen_phone is not null or citizen_address is not null)""";

    private static final String SEAL = """
            with cleared as (
                update hotline_ticket set citizen_name = null, citizen_phone = null, citizen_address = null where id = ?
                returning id)
            insert into hotline_reporter (ticket_id, key_id, nonce, sealed, recorded_at)
            select id, ?, ?, ?, ? from cleared""";

    private static final String NOTHING_CLEAR_IS_LEFT =
            "alter table hotline_ticket validate constraint hotline_ticket_names_no_reporter";

    private final SealingKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    SealEarlierReporters(SealingKeys reporterKeys, JsonMapper json, Clock clock) {
        this.keys = reporterKeys;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var tickets = connection.createStatement();
                var clear = tickets.executeQuery(CLEAR)) {
            while (clear.next()) {
                seal(
                        clear.getObject("id", UUID.class),
                        new Reporter(
                                clear.getString("citizen_name"),
                                clear.getString("citizen_phone"),
                                clear.getString("citizen_address")),
                        connection);
            }
        }
        try (var validation = connection.createStatement()) {
            validation.execute(NOTHING_CLEAR_IS_LEFT);
        }
    }

    private void seal(UUID ticketId, Reporter reporter, Connection connection) throws SQLException {
        var sealed = keys.seal(json.writeValueAsBytes(reporter), SealingKeys.context(ticketId));
        try (var moved = connection.prepareStatement(SEAL)) {
            moved.setObject(1, ticketId);
            moved.setString(2, sealed.keyId());
            moved.setBytes(3, sealed.nonce());
            moved.setBytes(4, sealed.text());
            moved.setTimestamp(5, Timestamp.from(clock.instant()));
            moved.executeUpdate();
        }
    }

    /** None: whatever has been applied before, it comes last. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "seal earlier reporters";
    }

    /** Always the same: it runs once. */
    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
