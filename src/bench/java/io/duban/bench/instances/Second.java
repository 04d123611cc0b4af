package io.duban.bench.instances;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Proc;
import io.duban.bench.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another instance on the database of a product, which also signs its people in. */
final class Second implements AutoCloseable {

    private static final int TRIES = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final URI api;

    private Second(Process process, URI api) {
        this.process = process;
        this.api = api;
    }

    /**
     * @param port of the API; the one after it is for its manager
     * @param first the port of the product whose database and log-in it uses
     */
    static Second start(String name, Bench.Options options, int port, int first, List<String> more) throws IOException {
        var home = Files.createDirectories(options.work().resolve(name));
        var database = "postgresql://127.0.0.1:%d/postgres".formatted(first + 3);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                options.jar().toString(),
                "--duban.home=" + home,
                "--server.port=" + port,
                "--management.server.port=" + (port + 1),
                "--duban.identity.server.enabled=false",
                "--duban.identity.issuer=http://localhost:" + (first + 2),
                "--duban.database.mode=external",
                "--spring.r2dbc.url=r2dbc:" + database,
                "--spring.r2dbc.username=postgres",
                "--spring.flyway.url=jdbc:" + database,
                "--spring.flyway.user=postgres",
                "--spring.flyway.password="));
        command.addAll(more);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(options.work().resolve(name + ".log").toFile())
                .start();
        var second = new Second(process, URI.create("http://localhost:" + port));
        try {
            second.awaitReady();
            return second;
        } catch (RuntimeException failed) {
            second.close();
            throw failed;
        }
    }

    private void awaitReady() {
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            if (Wire.answers(api.resolve("/readyz"))) {
                return;
            }
            Pause.millis(200);
        }
        throw new IllegalStateException("the second instance is not ready; see its log");
    }

    URI api() {
        return api;
    }

    double cpuSeconds() {
        return Proc.cpuSeconds(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}
