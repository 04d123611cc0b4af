package io.duban.platform.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL left running by a JVM that was killed. To be called only by the holder of the directory's lock. */
final class OrphanedPostmaster {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrphanedPostmaster() {}

    static void stopIn(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile);
        } catch (NoSuchFileException stopped) {
            return; // at this very moment perhaps, by the watchdog of the JVM that was killed
        }
        var pid = Long.parseLong(lines.get(0).strip());
        var process = ProcessHandle.of(pid);
        if (process.filter(handle -> isPostmaster(handle, data)).isPresent()) {
            log.warn("Stopping the PostgreSQL (pid {}) that an earlier run left behind", pid);
            process.get().destroy();
            await(process.get());
        } else if (process.filter(OrphanedPostmaster::isDead).isPresent()) {
            await(process.get());
        }
        // Left by a server that was killed, or just now by one we stopped the hard way.
        Files.deleteIfExists(pidFile);
    }

    /** A process id is used again by the system: only a postgres on this very directory is the orphan. */
    private static boolean isPostmaster(ProcessHandle handle, Path data) {
        var line = handle.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(data.toString());
    }

    /** Killed, but nobody has waited for it yet; until then PostgreSQL takes it for alive. */
    private static boolean isDead(ProcessHandle handle) {
        return handle.info().commandLine().orElse("").isEmpty();
    }

    private static void await(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the orphaned PostgreSQL was stopping", e);
        } catch (Exception e) {
            throw new IOException("the orphaned PostgreSQL (pid " + process.pid() + ") does not stop", e);
        }
    }
}
