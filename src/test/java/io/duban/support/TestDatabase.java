package io.duban.support;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A database of its own for a test, on a real PostgreSQL that is started once in this JVM and thrown away with it. It is a copy of one that was
 * migrated, with the demo district in it, so it costs some milliseconds.
 *
 * <pre>{@code
 * static final TestDatabase database = TestDatabase.create();
 * DatabaseClient client = DatabaseClient.create(database.connections());
 * }</pre>
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final String USER = "postgres";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database with all migrations and the demo district. */
    public static TestDatabase create() {
        var name = "test_" + COUNT.incrementAndGet();
        execute(Server.started(), "create database %s template %s".formatted(name, TEMPLATE));
        return new TestDatabase(name);
    }

    public String jdbcUrl() {
        return jdbcUrl(Server.started(), name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s@127.0.0.1:%d/%s"
                .formatted(USER, Server.started().getPort(), name);
    }

    public String user() {
        return USER;
    }

    public int port() {
        return Server.started().getPort();
    }

    /** A JDBC connection, for what a test does beside the application. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), USER, "");
    }

    /** Connections without a pool, for tests that need no application. */
    public ConnectionFactory connections() {
        return connections(port());
    }

    /** The same through another port, behind which is a {@link Network} to {@link #port()}. */
    public ConnectionFactory connections(int port) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("127.0.0.1")
                .port(port)
                .username(USER)
                .database(name)
                .build());
    }

    /** Runs statements that return nothing, as somebody else than the application. */
    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String jdbcUrl(EmbeddedPostgres postgres, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
    }

    /** Started when the first test asks for a database. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        static EmbeddedPostgres started() {
            return POSTGRES;
        }

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("jit", "off")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                execute(postgres, "create database " + TEMPLATE);
                Flyway.configure()
                        .dataSource(jdbcUrl(postgres, TEMPLATE), USER, "")
                        .locations("classpath:db/migration", "classpath:db/demo")
                        .group(true)
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
