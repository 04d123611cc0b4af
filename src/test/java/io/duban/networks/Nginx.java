package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An nginx of its own on a port and a folder of its own, in front of the product. */
final class Nginx implements AutoCloseable {

    private static final String FRAME = """
            %1$suser root;
            daemon off;
            worker_processes 1;
            pid %2$s/nginx.pid;
            error_log %2$s/error.log warn;
            events { worker_connections 256; }
            http {
                access_log %2$s/access.log;
                client_body_temp_path %2$s/body;
                proxy_temp_path %2$s/proxy;
                fastcgi_temp_path %2$s/fastcgi;
                uwsgi_temp_path %2$s/uwsgi;
                scgi_temp_path %2$s/scgi;
                server {
                    listen 127.0.0.1:%3$d%4$s;
                    %5$s
                }
            }
            """;

    private final Path folder;
    private final int port;
    private final boolean encrypted;
    private Process process;

    /** What stands in the server's block; {@code ssl} in it makes the door one of TLS and HTTP/2. */
    Nginx(Path folder, String server) throws IOException {
        this.folder = folder;
        this.port = Ports.free();
        this.encrypted = server.contains("ssl_certificate");
        Files.writeString(
                folder.resolve("nginx.conf"),
                FRAME.formatted(isRoot() ? "" : "#", folder, port, encrypted ? " ssl http2" : "", server));
        start();
    }

    int port() {
        return port;
    }

    String origin() {
        return (encrypted ? "https://localhost:" : "http://127.0.0.1:") + port;
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        "nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        var patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!answers()) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("nginx.out")))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(patience);
            Heard.pause(Duration.ofMillis(50));
        }
    }

    /** As {@code nginx -s reload} does: new workers for new connections, and the old ones stay until theirs have ended. */
    void reload() throws IOException, InterruptedException {
        var signal = new ProcessBuilder(
                        "nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString(),
                        "-s",
                        "reload")
                .redirectErrorStream(true)
                .start();
        assertThat(signal.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(signal.exitValue()).isZero();
    }

    /** Master and workers at once, without a word to anybody. */
    void kill() throws InterruptedException {
        var workers = process.descendants().toList();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        workers.forEach(ProcessHandle::destroyForcibly);
        workers.forEach(worker -> worker.onExit().join());
    }

    List<String> accesses() throws IOException {
        return Files.readAllLines(folder.resolve("access.log"));
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
