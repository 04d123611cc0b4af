package io.duban.platform.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL from Maven artifacts whose data stay between starts. Survives what a desk does to it: a JVM killed with -9 leaves no server
 * behind (a watchdog child stops it), and if one is left all the same, the next start takes it for the orphan it is, because whoever holds
 * the lock beside the directory is the only owner.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String MAJOR = "18";

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres postgres;
    private final @Nullable Process watchdog;

    private EmbeddedDatabase(
            FileChannel lockFile, FileLock lock, EmbeddedPostgres postgres, @Nullable Process watchdog) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.postgres = postgres;
        this.watchdog = watchdog;
    }

    /** Starts the server on the data below {@code home}; {@code port} 0 takes any free one. */
    static EmbeddedDatabase start(Path home, int port) {
        try {
            Files.createDirectories(home);
            var channel = FileChannel.open(
                    home.resolve("database.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel, home);
            try {
                var data = home.resolve("database").toAbsolutePath();
                makeReady(data);
                var postgres = StartingServer.start(builder(home, data, port), data, home.resolve("database.log"));
                return new EmbeddedDatabase(channel, lock, postgres, watch(data));
            } catch (IOException fault) {
                channel.close();
                throw fault;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start in " + home.toAbsolutePath(), e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    private static FileLock lock(FileChannel channel, Path home) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IOException("another Duban is running on " + home.toAbsolutePath()
                    + "; stop it, or give this one its own duban.home");
        }
        return lock;
    }

    private static void makeReady(Path data) throws IOException {
        var version = data.resolve("PG_VERSION");
        if (Files.exists(data) && !Files.exists(version)) {
            // A first start that was cut off half-way: nothing in it was ever used.
            FileSystemUtils.deleteRecursively(data);
        }
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new IOException(
                    "%s was written by PostgreSQL %s, this is %s; dump and restore it, or use another duban.home"
                            .formatted(data, Files.readString(version).strip(), MAJOR));
        }
        OrphanedPostmaster.stopIn(data);
    }

    private static EmbeddedPostgres.Builder builder(Path home, Path data, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setOverrideWorkingDirectory(
                        home.resolve("postgresql").toAbsolutePath().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The library starts it as a test database, with fsync off; people's approvals live here.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .setServerConfig("log_checkpoints", "off") // what it says is kept in a file as long as it runs
                .setServerConfig("timezone", "UTC")
                .setServerConfig("idle_in_transaction_session_timeout", "10s")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8");
    }

    /** A child that holds a pipe to this JVM and stops the server when the pipe breaks, however the JVM ended. */
    private static @Nullable Process watch(Path data) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return null;
        }
        var pidFile = data.resolve("postmaster.pid");
        var pid = Files.readAllLines(pidFile).get(0);
        var script = "trap '' INT HUP TERM; cat >/dev/null; [ \"$(head -n1 \"$1\")\" = \"$2\" ] && kill -INT \"$2\"";
        return new ProcessBuilder("sh", "-c", script, "duban-watchdog", pidFile.toString(), pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        if (watchdog != null) {
            watchdog.getOutputStream().close();
        }
        lock.release();
        lockFile.close();
        log.info("The embedded PostgreSQL has stopped");
    }
}
