package io.duban.platform.identity.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The authorization server on a free port with a database of its own, started once for all tests. */
final class RunningServer {

    static final String PASSWORD = "correct horse 电池";
    static final String SECRET = "a-partner's-secret";
    static final UUID CLERK = UUID.randomUUID();
    static final UUID HOTLINE = UUID.randomUUID();

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final UUID OFFICE = UUID.randomUUID();

    static final RunningServer INSTANCE = new RunningServer();

    final JdbcClient database;
    final Path home;
    final JdbcConnectionDetails connection;
    private final ServerPlan plan;
    private AuthorizationServer server;

    private RunningServer() {
        try {
            var postgres = EmbeddedPostgres.start();
            connection = new Connection(postgres.getJdbcUrl("postgres", "postgres"));
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            database = JdbcClient.create(postgres.getPostgresDatabase());
            home = Files.createTempDirectory("duban");
        } catch (IOException noDatabase) {
            throw new UncheckedIOException(noDatabase);
        }
        people();
        var properties = new ServerProperties(true, 0, null, List.of("https://app.example"), Map.of());
        plan = ServerPlan.of(properties, "duban", home);
        server = new AuthorizationServer(plan, connection);
        server.start();
    }

    URI issuer() {
        return plan.issuer();
    }

    void restart() {
        server.stop();
        server = new AuthorizationServer(plan, connection);
        server.start();
    }

    UUID hire(UUID id, String username) {
        database.sql("insert into person (id, name, username, password_hash, organization_id) values (?, ?, ?, ?, ?)")
                .params(id, "张伟", username, HASH, OFFICE)
                .update();
        return id;
    }

    void dismiss(String username) {
        database.sql("update person set enabled = false where username = ?")
                .param(username)
                .update();
    }

    private void people() {
        database.sql("insert into organization (id, kind, name, short_name) values (?, 'OFFICE', '区政府办公室', '府办')")
                .param(OFFICE)
                .update();
        hire(CLERK, "clerk");
        hire(HOTLINE, "hotline");
        database.sql(
                        "insert into integration_client values ('hotline-12345', ?, 'HOTLINE', ?, '{ticket:register,ticket:read}')")
                .params(HOTLINE, "{bcrypt}" + new BCryptPasswordEncoder(4).encode(SECRET))
                .update();
    }

    private record Connection(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }
}
