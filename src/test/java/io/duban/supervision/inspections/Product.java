package io.duban.supervision.inspections;

import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own that can be killed, over a database and a home that stay. */
final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestDatabase database = TestDatabase.create();
    private final Path home;
    private final int port;
    private Process process;

    Product(Path home) throws IOException, InterruptedException {
        this.home = home;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        start();
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    /** SIGKILL, and a new process in its place. */
    void killAndStart() throws IOException, InterruptedException {
        kill();
        start();
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
                throw new AssertionError("the product did not start; see " + home.resolve("product.log"));
            }
            Thread.sleep(100);
        }
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
        return List.of(
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
                "--spring.flyway.password=");
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
