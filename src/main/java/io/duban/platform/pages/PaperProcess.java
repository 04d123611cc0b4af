package io.duban.platform.pages;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.util.FileSystemUtils;

/**
 * One process that reads strangers' files for us. It has a heap of its own, none of our secrets in its environment, and is killed when it does
 * not answer in time: a parser that has run away can be stopped in no other way.
 */
final class PaperProcess implements AutoCloseable {

    private static final String WORKER = "io.duban.platform.pages.worker.PageWorker";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int NOT_STARTED =
            1; // what a JVM ends with that finds no main class, or whose main class fails

    private final Process process;
    private final Path folder;
    private final DataOutputStream tasks;
    private final DataInputStream answers;
    private volatile long lastUsed = System.nanoTime();
    private volatile boolean ended;
    private int done;

    /** What is read from the line. */
    @FunctionalInterface
    interface Answer<T> {
        T read(DataInputStream in) throws IOException, PaperFailure;
    }

    private PaperProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static PaperProcess start(Path home, String heap) throws IOException {
        var folder = Files.createDirectories(home.resolve(UUID.randomUUID().toString()));
        var builder = new ProcessBuilder(command(folder, heap)).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Passwords and keys of the product are nothing a parser of strangers' files should see.
        builder.environment().keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
        return new PaperProcess(builder.start(), folder);
    }

    private static List<String> command(Path folder, String heap) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap,
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // its last words would be taken for an answer
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder.toAbsolutePath()));
        boolean bootJar = isBootJar();
        if (bootJar) {
            command.add("-Dloader.main=" + WORKER);
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(bootJar ? LAUNCHER : WORKER);
        return command;
    }

    /** Whether our classes lie in a jar inside a jar, which takes Boot's loader to open. */
    private static boolean isBootJar() {
        var source = PaperProcess.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().getProtocol().equals("jar");
    }

    /**
     * Gives the task and waits for the answer, no longer than the patience.
     *
     * @throws PaperFailure what it answered; {@link PaperFault#TOO_COMPLEX} when it had to be killed or ran out of memory
     * @throws IOException when it could not work at all
     */
    <T> T ask(PaperTask task, Answer<T> answer, Duration patience, ScheduledExecutorService watch)
            throws IOException, PaperFailure {
        var decided = new AtomicBoolean();
        var end = watch.schedule(
                () -> {
                    if (decided.compareAndSet(false, true)) {
                        end();
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            task.write(tasks);
            return answer.read(answers);
        } catch (IOException | RuntimeException gone) {
            // One that could not even start is our own trouble, such as a missing class; any other end is the file's
            // doing.
            boolean neverStarted = done == 0 && !decided.get() && exit() == NOT_STARTED;
            end();
            if (!neverStarted) {
                throw new PaperFailure(PaperFault.TOO_COMPLEX, gone);
            }
            throw gone;
        } finally {
            // Whoever ends it may be held up on his way: what he is about to kill is not given to the next file.
            if (!decided.compareAndSet(false, true)) {
                ended = true;
            }
            end.cancel(false);
            done++;
            lastUsed = System.nanoTime();
        }
    }

    private int exit() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    // The system goes on calling a killed process alive for a moment: given to the next file, it would be that file's
    // fault that it died.
    private void end() {
        ended = true;
        process.destroyForcibly();
    }

    boolean isFit(int most) {
        return !ended && process.isAlive() && done < most;
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - lastUsed > time.toNanos();
    }

    long id() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exit();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            // Goes with the next start.
        }
    }
}
