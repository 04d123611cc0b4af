package io.duban.bench.streams;

import io.duban.bench.Pause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A {@link Crowd}, held by its strings. */
final class Phones implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String server;
    private final Path log;
    private final Process process;
    private final PrintStream orders;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private volatile Standing standing = new Standing(0, 0, 0, 0, 0);

    /** How a crowd stood some milliseconds ago. */
    record Standing(long delivered, int open, int opened, int refused, int closed) {}

    /** @param p50 and the others in microseconds, since they were asked for before */
    record Figures(long delivered, long lost, long doubled, long outOfOrder, long p50, long p99, long longest) {}

    private Phones(String server, Path log, Process process) {
        this.server = server;
        this.log = log;
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        var listening = new Thread(this::listen, "crowd");
        listening.setDaemon(true);
        listening.start();
    }

    /**
     * @param server whose phones they are, for whoever reads what went wrong
     * @param requests of each phone, path and token
     */
    static Phones of(String server, int port, List<String> requests, Path work) throws IOException {
        var file = Files.write(Files.createTempFile(work, "requests", ".txt"), requests);
        file.toFile().deleteOnExit();
        var log = work.resolve("crowd-" + server.replace(' ', '-') + ".log");
        return new Phones(
                server,
                log,
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx768m",
                                "-XX:+UseSerialGC",
                                "-Dio.netty.leakDetection.level=disabled",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Crowd.class.getName(),
                                String.valueOf(port),
                                file.toString())
                        .redirectError(log.toFile())
                        .start());
    }

    private void listen() {
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ");
                if (words[0].equals("standing")) {
                    standing = new Standing(
                            Long.parseLong(words[1]),
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3]),
                            Integer.parseInt(words[4]),
                            Integer.parseInt(words[5]));
                } else {
                    answers.add(line);
                }
            }
        } catch (IOException closed) {
            // when the benchmark is done with it; whoever waits for an answer meanwhile says so
        }
    }

    Standing standing() {
        return standing;
    }

    /** Opens streams, and gives the seconds until the last was answered. */
    double open(int first, int count) {
        return answered("open", first, count);
    }

    /** The same with a small receive buffer, and nothing is read after the head of the answer. */
    double openDeaf(int first, int count) {
        return answered("deaf", first, count);
    }

    private double answered(String order, int first, int count) {
        var wanted = standing.opened + count;
        var begun = System.nanoTime();
        orders.println(order + " " + first + " " + count);
        await(now -> now.opened >= wanted, order);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** All hang up at once. */
    void drop() {
        orders.println("drop");
        await(now -> now.open == 0, "drop");
    }

    /** All come back with their cursors; gives the seconds until the last was answered. */
    double back() {
        var wanted = standing.opened * 2;
        var begun = System.nanoTime();
        orders.println("back");
        await(now -> now.opened >= wanted, "back");
        return (System.nanoTime() - begun) / 1e9;
    }

    Figures figures() {
        var words = Arrays.stream(ask("figures").split(" "))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return new Figures(words[0], words[1], words[2], words[3], words[4], words[5], words[6]);
    }

    /** Number and time of arrival, in microseconds, of events whose order is not checked. */
    List<long[]> arrivals() {
        return Arrays.stream(ask("arrivals").substring("arrivals ".length()).split(","))
                .filter(one -> !one.isEmpty())
                .map(one ->
                        Arrays.stream(one.split(" ")).mapToLong(Long::parseLong).toArray())
                .toList();
    }

    private String ask(String order) {
        orders.println(order);
        try {
            var answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("the crowd does not answer");
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Waits, but not for ever: what has not come then will be counted as lost. */
    boolean delivered(long count, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (standing.delivered < count && System.nanoTime() < until) {
            Pause.millis(2);
        }
        return standing.delivered >= count;
    }

    private void await(Predicate<Standing> wanted, String what) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(standing)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IllegalStateException(
                        "%s at %s has not come about: %s; %s".formatted(what, server, standing, complaint()));
            }
            Pause.millis(2);
        }
    }

    /** The last that the crowd had to say of it. */
    private String complaint() {
        try (var lines = Files.lines(log)) {
            return lines.reduce((before, last) -> last)
                    .orElse("nobody was refused")
                    .replaceAll("[\"\\\\]", "'");
        } catch (IOException gone) {
            return "see " + log;
        }
    }

    /** Of the crowd's own process. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
