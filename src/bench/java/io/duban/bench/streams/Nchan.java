package io.duban.bench.streams;

import io.duban.bench.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx with nchan, one worker: the C program that is best known for this. From Debian's package libnginx-mod-nchan. */
final class Nchan implements Carrier {

    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");

    /**
     * nginx closes connections that have not sent their request yet when a sixteenth of its connections is left, so that 19,000 streams need more than 20,267 of
     * them. Where it may not have as many files, it says so in its log and goes on with what it has.
     */
    private static final String CONFIGURATION = """
            load_module %1$s;
            daemon off;
            user root;
            worker_processes 1;
            worker_rlimit_nofile 24000;
            pid %2$s/nginx.pid;
            error_log %2$s/nginx.err warn;
            events { worker_connections 24000; }
            http {
                access_log off;
                client_body_temp_path %2$s/body; proxy_temp_path %2$s/proxy; fastcgi_temp_path %2$s/fastcgi;
                uwsgi_temp_path %2$s/uwsgi; scgi_temp_path %2$s/scgi;
                nchan_shared_memory_size 512m;
                keepalive_requests 1000000000; keepalive_timeout 1h; client_header_timeout 1h;
                server {
                    listen 127.0.0.1:%3$d backlog=4096;
                    location = /pub {
                        nchan_publisher http; nchan_channel_id $arg_id;
                        nchan_message_buffer_length 1000; nchan_message_timeout 30s;
                    }
                    location = /sub {
                        nchan_subscriber eventsource; nchan_channel_id $arg_id; nchan_subscriber_first_message newest;
                    }
                }
            }
            """;

    private final Process master;
    private final long worker;
    private final int port;
    private final Posted posted;

    private Nchan(Process master, long worker, int port) {
        this.master = master;
        this.worker = worker;
        this.port = port;
        this.posted = new Posted(port);
    }

    /** Empty where nginx or its module is not installed. */
    static Optional<Carrier> start(Path work, int port) throws IOException {
        var nginx = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        if (nginx.isEmpty() || !Files.exists(MODULE)) {
            return Optional.empty();
        }
        var home = Files.createDirectories(work.resolve("nchan")).toAbsolutePath();
        var file = Files.writeString(home.resolve("nginx.conf"), CONFIGURATION.formatted(MODULE, home, port));
        var master = new ProcessBuilder(nginx.get(), "-c", file.toString(), "-p", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nginx.log").toFile())
                .start();
        for (int tried = 0; tried < 100 && master.isAlive(); tried++) {
            var worker = master.children().findFirst();
            if (worker.isPresent()) {
                return Optional.of(new Nchan(master, worker.get().pid(), port));
            }
            Pause.millis(50);
        }
        master.destroy();
        return Optional.empty();
    }

    @Override
    public String name() {
        return "nchan";
    }

    @Override
    public long pid() {
        return worker;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String request(int phone, boolean own) {
        return "/sub?id=" + (own ? Carrier.channelOf(phone) : Mark.EVERYBODY);
    }

    @Override
    public void toAll(long first, int count) {
        posted.toAll(first, count);
    }

    @Override
    public void toSome(long first, int count, int channels) {
        posted.toSome(first, count, channels);
    }

    @Override
    public void close() {
        posted.close();
        master.destroy();
    }
}
