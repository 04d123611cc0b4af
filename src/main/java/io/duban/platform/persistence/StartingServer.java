package io.duban.platform.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a PostgreSQL that is being started no longer than it tries. The library asks for it until its patience is over, and would be content with any
 * other server that answers on the port; here the start ends as soon as ours is gone, and with its own words.
 */
final class StartingServer {

    private static final int LOOK_MS = 20;
    private static final int MOST_WORDS = 2_000;

    private final Path data;
    private final Thread starter = Thread.currentThread();
    private boolean tried;
    private boolean gaveUp;
    private boolean over;

    private StartingServer(Path data) {
        this.data = data;
    }

    /**
     * Starts it.
     *
     * @param log where the server writes to
     * @throws IOException with the last lines of the log when it does not run
     */
    static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path data, Path log) throws IOException {
        Files.deleteIfExists(log);
        var words = ProcessBuilder.Redirect.appendTo(log.toFile());
        var starting = new StartingServer(data);
        var watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(starting::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        try {
            var postgres =
                    builder.setOutputRedirector(words).setErrorRedirector(words).start();
            if (starting.hasGivenUp()) {
                throw new IOException("PostgreSQL has given up on " + data + " and says:\n" + lastWords(log));
            }
            if (!isOn(data, postgres)) {
                throw new IOException("another PostgreSQL answers on port " + postgres.getPort());
            }
            return postgres;
        } catch (SQLException | RuntimeException fault) {
            throw new IOException("PostgreSQL cannot be started on " + data + " and says:\n" + lastWords(log), fault);
        } finally {
            watch.shutdownNow();
            starting.end();
        }
    }

    /** The program that starts the server ends when the server runs, and when it is gone. */
    private synchronized void look() {
        var trying = ProcessHandle.current().children().anyMatch(this::starts);
        if (tried && !trying && !over && !runs(data)) {
            gaveUp = true;
            over = true;
            starter.interrupt();
        }
        tried |= trying;
    }

    private boolean starts(ProcessHandle child) {
        var line = child.info().commandLine().orElse("");
        return line.contains("pg_ctl") && line.contains(data.toString());
    }

    private synchronized boolean hasGivenUp() {
        return gaveUp;
    }

    private synchronized void end() {
        if (gaveUp) {
            Thread.interrupted(); // ours, which has done its work
        }
        over = true;
    }

    private static boolean runs(Path data) {
        try {
            var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException notWritten) {
            return false;
        }
    }

    private static boolean isOn(Path data, EmbeddedPostgres postgres) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), data);
        }
    }

    private static String lastWords(Path log) throws IOException {
        var all = Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip() : "";
        return all.substring(Math.max(0, all.length() - MOST_WORDS));
    }
}
