package io.duban.bench;

import io.duban.journey.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A product started as its operator would start it, on a home and ports of its own. */
public final class Product implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(5);

    private final String name;
    private final Process process;
    private final Path home;
    private final Office office;
    private final Database database;

    private Product(String name, Process process, Path home, int port) {
        this.name = name;
        this.process = process;
        this.home = home;
        this.database = new Database(port + 3);
        this.office = new Office(
                URI.create("http://localhost:" + port), new SignIn(URI.create("http://localhost:" + (port + 2))));
    }

    /**
     * @param port of the API; the three after it are for its manager, its log-in and its database
     * @param more properties of the product
     */
    public static Product start(String name, Bench.Options options, int port, String... more) throws IOException {
        var home = options.work().resolve(name);
        Files.createDirectories(home);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.java());
        command.addAll(List.of(
                "-jar",
                options.jar().toString(),
                "--duban.home=" + home,
                "--server.port=" + port,
                "--management.server.port=" + (port + 1),
                "--duban.identity.server.port=" + (port + 2),
                "--duban.identity.issuer=http://localhost:" + (port + 2),
                "--duban.database.port=" + (port + 3)));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(options.work().resolve(name + ".log").toFile())
                .start();
        try {
            awaitReady(process, URI.create("http://localhost:" + port + "/readyz"));
            return new Product(name, process, home, port);
        } catch (RuntimeException failed) {
            process.destroy();
            throw failed;
        }
    }

    private static void awaitReady(Process process, URI readiness) {
        var until = Instant.now().plus(READY);
        while (Instant.now().isBefore(until)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the product ended with " + process.exitValue() + "; see its log");
            }
            if (Wire.answers(readiness)) {
                return;
            }
            Pause.millis(200);
        }
        throw new IllegalStateException("the product is not ready after " + READY);
    }

    /** Fills the database up to that many tickets, each with its whole history. */
    void grow(int tickets) {
        new Filling(office, database).upTo(tickets);
    }

    public String name() {
        return name;
    }

    public Office office() {
        return office;
    }

    /** Its own process, without its database. */
    public long pid() {
        return process.pid();
    }

    public Database database() {
        return database;
    }

    /** Processor time of the product and of its database until now, in seconds. */
    public double cpuSeconds() {
        try {
            var postmaster = Long.parseLong(
                    Files.readAllLines(home.resolve("database/postmaster.pid")).get(0));
            var all = Stream.concat(
                    Stream.of(process.pid(), postmaster),
                    ProcessHandle.of(postmaster).stream()
                            .flatMap(ProcessHandle::children)
                            .map(ProcessHandle::pid));
            return all.mapToDouble(Proc::cpuSeconds).sum();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
