package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a desk does to a database: killed in the middle, started twice, cut off in its first start. */
class EmbeddedDatabaseTests {

    @Test
    void aKilledJvmLeavesItsRowsAndNothingThatBlocksTheNextStart() throws Exception {
        var home = home();
        var child = start(home);
        var port = portOf(child);
        run(port, "create table kept (word text)");
        run(port, "insert into kept values ('approved')");
        child.destroyForcibly().waitFor();
        try (var database = EmbeddedDatabase.start(home, 0)) {
            assertThat(word(database.port())).isEqualTo("approved");
        }
    }

    @Test
    void aSecondDubanOnTheSameDataIsRefusedAtOnce() throws IOException {
        var home = home();
        try (var first = EmbeddedDatabase.start(home, 0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedDatabase.start(home, 0))
                    .hasStackTraceContaining("another Duban is running");
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAnew() throws IOException {
        var home = home();
        Files.createDirectories(home.resolve("database").resolve("base"));
        try (var database = EmbeddedDatabase.start(home, 0)) {
            assertThat(database.port()).isPositive();
        }
    }

    @Test
    void theDataOfAnotherMajorVersionAreLeftAlone() throws IOException {
        var home = home();
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database").resolve("PG_VERSION"), "12\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(home, 0)).hasStackTraceContaining("PostgreSQL 12");
        assertThat(home.resolve("database").resolve("PG_VERSION")).exists();
    }

    @Test
    void aDamagedDirectoryEndsTheStartAtOnceWithTheServersOwnWords() throws IOException {
        var home = home();
        EmbeddedDatabase.start(home, 0).close();
        Files.delete(home.resolve("database").resolve("global").resolve("pg_control"));

        var began = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedDatabase.start(home, 0))
                .hasStackTraceContaining("has given up on")
                .hasStackTraceContaining("pg_control");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("the library's own patience is 60 s")
                .isLessThan(Duration.ofSeconds(50));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anotherServerOnItsPortIsNotTakenForIt() throws IOException {
        var home = home();
        try (var other = EmbeddedDatabase.start(home(), 0)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(home, other.port()))
                    .satisfiesAnyOf(
                            given -> assertThat(given).hasStackTraceContaining("has given up on"),
                            given -> assertThat(given).hasStackTraceContaining("another PostgreSQL answers"));
        }
    }

    /** The other JVM: starts the database, says its port and waits to be killed. */
    static final class Child {

        public static void main(String[] home) throws InterruptedException {
            System.out.println(
                    "port " + EmbeddedDatabase.start(Path.of(home[0]), 0).port());
            Thread.sleep(120_000);
        }
    }

    private static Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static int portOf(Process child) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(child.getInputStream()));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("port ")) {
                return Integer.parseInt(line.substring("port ".length()));
            }
        }
        throw new IllegalStateException("the child ended without a port");
    }

    private static void run(int port, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(port), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(int port) throws SQLException {
        try (var connection = DriverManager.getConnection(url(port), "postgres", "");
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Path home() {
        return Path.of("target", "homes", UUID.randomUUID().toString());
    }
}
