package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Every session of the product has the deadlines that production.md tells, and no other place changes them. */
@ServerTest
class SessionDeadlinesTests {

    @Autowired
    DatabaseClient pooled;

    @Autowired
    DirectConnections direct;

    @Autowired
    Flyway flyway;

    @ParameterizedTest
    @CsvSource({
        "statement_timeout, 3s",
        "lock_timeout, 2500ms",
        "idle_in_transaction_session_timeout, 10s",
        "idle_session_timeout, 0",
        "transaction_timeout, 0",
        "jit, off",
        "TimeZone, UTC",
        "application_name, duban"
    })
    void aPooledConnectionHasThem(String name, String value) {
        assertThat(pooled.sql("show " + name)
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block())
                .isEqualTo(value);
    }

    /** Flyway's lock is a transaction that waits for the migration: the server would end it, and the start, after ten seconds of a large log. */
    @Test
    void whatMigratesMayWaitAsLongAsItTakes() {
        assertThat(flyway.getConfiguration().getInitSql()).isEqualTo("set idle_in_transaction_session_timeout = 0");
    }

    @Test
    void soHasOneBesideThePool() {
        var connection = direct.open().block(Duration.ofSeconds(10));
        assertThat(connection
                        .createStatement("show statement_timeout")
                        .execute()
                        .flatMap(result -> result.map((row, columns) -> row.get(0, String.class)))
                        .blockLast())
                .isEqualTo("3s");
        connection.close().block();
    }
}
