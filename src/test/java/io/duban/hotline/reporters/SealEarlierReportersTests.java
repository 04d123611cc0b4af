package io.duban.hotline.reporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.persistence.SealingKeys;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** An upgrade over reports that named their reporters in clear loses none of them and leaves none in clear. */
class SealEarlierReportersTests {

    private static final String ONE = """
            insert into hotline_ticket (id, version, status, ticket_number, round, channel, demand_type, category_code, title, words, received_at,
                keep_secret, wants_callback, accepted_at, changed_at, citizen_name, citizen_phone)
            values ('%s', 1, 'RECEIVED', '%1$s', 1, 'HOTLINE_12345', '%2$s', 'c', 't', 'w', now(), false, true, now(), now(), '张三', '13800001234')""";

    private final TestDatabase database = TestDatabase.create();
    private final SealingKeys keys = new SealingKeys("duban.reporters", "1", SealingKeys.fresh(), Map.of());
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void sealsWhatWasClearLeavesOthersAloneAndRunsOnce() throws SQLException {
        var report = UUID.randomUUID();
        var complaint = UUID.randomUUID();
        beforeSealing(ONE.formatted(report, "REPORT_WRONGDOING"), ONE.formatted(complaint, "COMPLAINT"));
        assertThat(migrated()).isEqualTo(1);
        assertThat(migrated()).isZero();
        assertThat(text("select concat(citizen_name, citizen_phone) from hotline_ticket where id = '" + report + "'"))
                .isEmpty();
        assertThat(text("select concat(citizen_name, citizen_phone) from hotline_ticket where id = '" + complaint
                        + "'"))
                .isEqualTo("张三13800001234");
        var reporters = new Reporters(keys, DatabaseClient.create(database.connections()), json);
        assertThat(reporters.open(report).blockOptional()).contains(new Reporter("张三", "13800001234", null));
        assertThat(reporters.open(complaint).blockOptional()).isEmpty();
    }

    @Test
    void fromThenOnTheDatabaseRefusesAnother() {
        beforeSealing();
        migrated();
        assertThat(text("select convalidated from pg_constraint where conname = 'hotline_ticket_names_no_reporter'"))
                .isEqualTo("t");
        assertThatThrownBy(() -> database.execute(ONE.formatted(UUID.randomUUID(), "REPORT_WRONGDOING")))
                .hasStackTraceContaining("hotline_ticket_names_no_reporter");
    }

    /** As an upgrade finds it: the constraint is there, not validated, and the rows are older than it. */
    private void beforeSealing(String... rows) {
        var definition = text(
                "select pg_get_constraintdef(oid) from pg_constraint where conname = 'hotline_ticket_names_no_reporter'");
        assertThat(definition).endsWith("NOT VALID");
        database.execute("alter table hotline_ticket drop constraint hotline_ticket_names_no_reporter");
        for (var row : rows) {
            database.execute(row);
        }
        database.execute("alter table hotline_ticket add constraint hotline_ticket_names_no_reporter " + definition);
    }

    private int migrated() {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), "")
                .locations("classpath:db/migration", "classpath:db/demo")
                .group(true)
                .javaMigrations(new SealEarlierReporters(keys, json, Clock.systemUTC()))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private String text(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
