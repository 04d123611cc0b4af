package io.duban.bench.requests;

import io.duban.bench.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx that writes what is PUT to it into files, one worker. From Debian's package nginx, whose program knows dav. */
record Nginx(Process master, int port) implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            user root;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx.err warn;
            events { worker_connections 100; }
            http {
                access_log off;
                client_max_body_size 50m;
                client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                keepalive_requests 1000000;
                server {
                    listen 127.0.0.1:%2$d;
                    root %1$s/files;
                    location / { dav_methods PUT; create_full_put_path on; }
                }
            }
            """;

    /** Empty where it is not installed. */
    static Optional<Nginx> start(Path work, int port) throws IOException {
        var program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var home = Files.createDirectories(work.resolve("put")).toAbsolutePath();
        Files.createDirectories(home.resolve("files"));
        var file = Files.writeString(home.resolve("nginx.conf"), CONFIGURATION.formatted(home, port));
        var master = new ProcessBuilder(program.get(), "-c", file.toString(), "-p", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nginx.log").toFile())
                .start();
        for (int tried = 0; tried < 100 && master.isAlive(); tried++) {
            if (master.children().findFirst().isPresent()) {
                return Optional.of(new Nginx(master, port));
            }
            Pause.millis(50);
        }
        master.destroy();
        return Optional.empty();
    }

    long worker() {
        return master.children().findFirst().orElseThrow().pid();
    }

    @Override
    public void close() {
        master.destroy();
    }
}
