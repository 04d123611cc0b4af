package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import io.duban.support.Ports;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, to be stopped as an operator stops it: event loops are shared by all servers of one JVM, and end with the first. */
final class ProductProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private ProductProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ProductProcess on(TestDatabase database, String... further) throws IOException, InterruptedException {
        var port = Ports.free();
        var home = Files.createDirectories(
                Path.of("target", "homes", UUID.randomUUID().toString()));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                DubanApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + Ports.free(),
                "--duban.home=" + home,
                "--duban.database.mode=external",
                "--duban.identity.server.enabled=false",
                "--duban.identity.issuer=" + TestTokens.issuer(),
                "--duban.identity.jwk-set-uri=" + TestTokens.keys(),
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.flyway.url=" + database.jdbcUrl(),
                "--spring.flyway.user=" + database.user(),
                "--duban.welcome=false"));
        command.addAll(List.of(further));
        var output = home.resolve("output.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var product = new ProductProcess(process, port);
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (!product.isReady()) {
            assertThat(process.isAlive()).as(() -> read(output)).isTrue();
            assertThat(System.nanoTime()).as(() -> read(output)).isLessThan(patience);
            Heard.pause(Duration.ofMillis(100));
        }
        return product;
    }

    int port() {
        return port;
    }

    /** By SIGTERM; until it has ended. */
    Duration stop() throws InterruptedException {
        var begun = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean isReady() throws InterruptedException {
        try {
            var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(probe, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
