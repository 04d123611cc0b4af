package io.duban.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, to which everything can happen, over a database and a home that stay. */
public final class ProductProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TestDatabase database;
    private final Path home;
    private final List<String> properties;
    private final int port;
    private Process process;

    /** @param properties such as {@code --duban.realtime.doorbell=redis} */
    public ProductProcess(TestDatabase database, Path home, String... properties)
            throws IOException, InterruptedException {
        this.database = database;
        this.home = home;
        this.properties = List.of(properties);
        this.port = Ports.free();
        start();
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    /** SIGKILL, and a new process in its place. */
    public void killAndStart() throws IOException, InterruptedException {
        kill();
        start();
    }

    /** @param signal as {@code STOP}, {@code CONT}, {@code TERM} */
    public void signal(String signal) {
        Signal.send(process.pid(), signal);
    }

    /** How it ended, within this time. */
    public int exitCode(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the product did not end within " + patience);
        }
        return process.exitValue();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the product survived a kill");
        }
    }

    private void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("product.log").toFile()))
                .start();
        var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/app-info"))
                .timeout(Duration.ofSeconds(2))
                .build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(probe)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the product did not start:\n" + lastWords());
            }
            Thread.sleep(100);
        }
    }

    private String lastWords() throws IOException {
        var log = Files.readString(home.resolve("product.log"));
        return log.substring(Math.max(0, log.length() - 3_000));
    }

    private static boolean answers(HttpRequest probe) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(probe, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.duban.DubanApplication",
                "--server.port=" + port,
                "--management.server.port=0",
                "--duban.home=" + home,
                "--duban.database.mode=external",
                "--duban.identity.server.enabled=false",
                "--duban.identity.issuer=" + TestTokens.issuer(),
                "--duban.identity.jwk-set-uri=" + TestTokens.keys(),
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.flyway.url=" + database.jdbcUrl(),
                "--spring.flyway.user=" + database.user(),
                "--spring.flyway.password="));
        command.addAll(properties);
        return command;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
