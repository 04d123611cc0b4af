package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;

/** A database with two roles, as {@code docker/postgres/init.sql} makes it. */
class ProductionDatabaseTests {

    private EmbeddedPostgres postgres;
    private JdbcClient superuser;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        superuser = JdbcClient.create(postgres.getPostgresDatabase());
        run("create role duban_owner login");
        run("create role duban_app login");
        run("create database duban owner duban_owner");
        JdbcClient.create(postgres.getDatabase("duban_owner", "duban")).sql("""
                        alter default privileges in schema public
                        grant select, insert, update, delete on tables to duban_app""").update();
        migrate();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void isGoodWithTwoRoles() {
        new ProductionChecks(as("duban_app")).run();
    }

    @Test
    void refusesTheApplicationWhatIsAudited() {
        var application = JdbcClient.create(postgres.getDatabase("duban_app", "duban"));
        assertThatThrownBy(() ->
                        application.sql("update audit_row set action = ''").update())
                .hasStackTraceContaining("permission denied for table audit_row");
        assertThatThrownBy(() -> application.sql("delete from audit_row").update())
                .hasStackTraceContaining("permission denied for table audit_row");
        assertThatThrownBy(() ->
                        application.sql("delete from flyway_schema_history").update())
                .hasStackTraceContaining("permission denied for table flyway_schema_history");
        for (var sql :
                new String[] {"delete from audit_chain", "insert into audit_chain values (16, 0, now(), '', '')"}) {
            assertThatThrownBy(() -> application.sql(sql).update())
                    .hasStackTraceContaining("permission denied for table audit_chain");
        }
        for (var place : new String[] {"16, 1", "3, 0"}) {
            assertThatThrownBy(() -> application.sql("""
                                    insert into audit_row (chain, seq, recorded_at, actor_id, client_id, action, subject_type, subject_id, subject_version,
                                        content, prev_hash, hash)
                                    values (%s, now(), gen_random_uuid(), '', '', '', gen_random_uuid(), 1, '', '', '')""".formatted(place)).update())
                    .as("a row that no walk would come to")
                    .hasStackTraceContaining("audit_row_place");
        }
        assertThat(application
                        .sql("select count(*) from audit_row")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesTheApplicationEveryPartitionOfWhatIsAudited() {
        var owner = JdbcClient.create(postgres.getDatabase("duban_owner", "duban"));
        owner.sql("select make_partition('audit_row', '2037-01-01Z', '2038-01-01Z')")
                .query(String.class)
                .single();
        var application = JdbcClient.create(postgres.getDatabase("duban_app", "duban"));
        for (var partition : new String[] {"audit_row_first", "audit_row_2037_01"}) {
            for (var sql :
                    new String[] {"update %s set action = ''", "delete from %s", "truncate %s", "select from %s"}) {
                assertThatThrownBy(
                                () -> application.sql(sql.formatted(partition)).update())
                        .hasStackTraceContaining("permission denied for table " + partition);
            }
            assertThatThrownBy(() -> owner.sql("delete from " + partition).update())
                    .hasStackTraceContaining("never changed");
        }
        assertThatThrownBy(() -> application
                        .sql("insert into audit_anchor (chain, seq, hash, partition_name) values (1, 1, '', '')")
                        .update())
                .hasStackTraceContaining("permission denied for table audit_anchor");
        assertThatThrownBy(() -> application
                        .sql("select make_partition('event_log', '2037-01-01Z', '2038-01-01Z')")
                        .query(String.class)
                        .single())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void refusesTheOwner() {
        assertThatThrownBy(() -> new ProductionChecks(as("duban_owner")).run())
                .hasMessageContaining("the role duban_owner may change or delete audit rows");
    }

    @Test
    void namesEverythingThatIsWrong() {
        run("alter role duban_app set synchronous_commit = off");
        var owner = JdbcClient.create(postgres.getDatabase("duban_owner", "duban"));
        owner.sql(
                        "insert into organization (id, kind, name, short_name) values (gen_random_uuid(), 'OFFICE', '府办', '府办')")
                .update();
        owner.sql("""
                insert into person (id, name, username, password_hash, organization_id)
                select gen_random_uuid(), '张伟', 'clerk', '{noop}duban-demo', id from organization""").update();

        assertThatThrownBy(() -> new ProductionChecks(as("duban_app")).run())
                .hasMessageContaining("synchronous_commit is off")
                .hasMessageContaining("1 persons have a password");
    }

    @Test
    void waitsForADatabaseThatIsNotThere() throws IOException {
        var preparation = new DatabasePreparation(flyway(), new ProductionChecks(as("duban_app")));
        postgres.close();

        assertThatThrownBy(() -> flyway().migrate()).matches(Unreachable::is);
        var waiting = new Thread(() -> run(preparation));
        waiting.start();
        pause(waiting);
        assertThat(waiting.isAlive()).isTrue();
        waiting.interrupt();
    }

    @Test
    void isNotReadyWhenTheClocksAreApart() {
        becomes(Status.UP, Clock.systemUTC());
        becomes(Status.DOWN, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(6)));
        becomes(Status.DOWN, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-6)));
    }

    @Test
    void isNotReadyWithoutTheDatabase() throws IOException {
        postgres.close();

        assertThat(ready(Clock.systemUTC())).isEqualTo(Status.DOWN);
    }

    /** As whoever asks again and again: on a busy machine one answer may come too late. */
    private void becomes(Status status, Clock clock) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ready(clock).equals(status));
    }

    private Status ready(Clock clock) {
        return new DatabaseHealthIndicator(as("duban_app"), clock)
                .health()
                .block()
                .getStatus();
    }

    private static void run(DatabasePreparation preparation) {
        try {
            preparation.run(null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Thread waiting) {
        try {
            waiting.join(1500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void migrate() {
        flyway().migrate();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(postgres.getDatabase("duban_owner", "duban"))
                .locations("classpath:db/migration")
                .load();
    }

    private DatabaseClient as(String role) {
        return DatabaseClient.create(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(postgres.getPort())
                .username(role)
                .database("duban")
                .build()));
    }

    private void run(String sql) {
        superuser.sql(sql).update();
    }
}
