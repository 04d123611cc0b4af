package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * nginx in front, and three clients that nobody here wrote behind it: okhttp-eventsource, npm's eventsource, and Chromium's own with the page's
 * lines from src/docs/streams.md. Needs nginx, chromium, node and npm: {@code mvn test -Pnetworks}.
 */
@Tag("networks")
@ImpatientServer
class NginxTests {

    private static final Path CERTIFICATES = Path.of("target", "certificates").toAbsolutePath();

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        TlsServer.Certificate.settings(CERTIFICATES);
        NodePhone.install();
    }

    /** How nginx stands in front. */
    enum Front {
        /** What it does when it is only told where to go: buffers, and HTTP/1.0 to us. */
        UNTOLD("location / { proxy_pass http://127.0.0.1:%d; }"),
        /** As src/docs/production.md has it, but patient for one second instead of 60; heartbeats come each 300 ms. */
        TUNED("""
                location / {
                    proxy_pass http://127.0.0.1:%d;
                    proxy_http_version 1.1;
                    proxy_set_header Host $host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_set_header X-Forwarded-Host $host;
                    proxy_set_header Connection "";
                    proxy_buffering off;
                    proxy_read_timeout 1s;
                }"""),
        /** Somebody turned compression on for everything. */
        COMPRESSING("""
                gzip on;
                gzip_proxied any;
                gzip_types *;
                location / { proxy_pass http://127.0.0.1:%d; }"""),
        /** TLS and HTTP/2 towards the phones. */
        ENCRYPTED("""
                ssl_certificate CERTIFICATES/server.crt;
                ssl_certificate_key CERTIFICATES/server.key;
                location / {
                    proxy_pass http://127.0.0.1:%d;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_buffering off;
                }""");

        private final String server;

        Front(String server) {
            this.server = server.replace("CERTIFICATES", CERTIFICATES.toString());
        }

        Nginx before(int port, Path folder) throws IOException {
            return new Nginx(folder, server.formatted(port));
        }
    }

    @ParameterizedTest
    @EnumSource(Front.class)
    void keepsNothingBack(Front front) throws Exception {
        try (var nginx = front.before(port, folder);
                var followers = new Followers(nginx, new Office(port))) {
            followers.hear(5, () -> {});
            // Each is heard while nothing follows that could push it out of a buffer.
            for (int i = 0; i < 3; i++) {
                followers.hear(1, () -> {});
            }
            System.out.printf("nginx %s: %s%n", front, followers);
        }
    }

    @Test
    void losesNothingWhenItIsReloaded() throws Exception {
        try (var nginx = Front.TUNED.before(port, folder);
                var followers = new Followers(nginx, new Office(port))) {
            followers.hear(20, nginx::reload);
            System.out.printf("nginx reloaded: %s%n", followers);
        }
    }

    @Test
    void losesNothingWhenItIsKilledAndComesBack() throws Exception {
        try (var nginx = Front.TUNED.before(port, folder);
                var followers = new Followers(nginx, new Office(port))) {
            followers.hear(20, () -> {
                nginx.kill();
                Heard.pause(Duration.ofSeconds(3));
                nginx.start();
            });
            System.out.printf("nginx killed: %s%n", followers);
        }
    }

    /** Why X-Accel-Buffering is sent: an nginx that is told not to heed it keeps everything until the stream ends. */
    @Test
    void keepsEventsBackWhereItIsToldNotToHeedOurHeader() throws Exception {
        var deaf = "location / { proxy_pass http://127.0.0.1:%d; proxy_ignore_headers X-Accel-Buffering; }";
        var office = new Office(port);
        try (var nginx = new Nginx(folder, deaf.formatted(port));
                var phone = OkHttpPhone.of(
                        nginx.origin(),
                        office.start(),
                        DemoDistrict.LEADER,
                        way -> way.readTimeout(30, TimeUnit.SECONDS))) {
            office.takeCalls(2, Duration.ZERO);
            Heard.pause(Duration.ofSeconds(3));

            assertThat(phone.heard.words()).isEmpty();
            assertThat(phone.heard.events()).isZero();
            phone.heard.isExactly(office::log);
            assertThat(phone.heard.words()).contains("stream.renew");
        }
    }

    /** The trap that the documented lines avoid: a browser comes back with the ticket it used, and gives up for good. */
    @Test
    void isWhereABrowserGivesUpWhoseLineWasCutWhenItIsLeftAlone() throws Exception {
        try (var nginx = Front.UNTOLD.before(port, folder);
                var page = NodePhone.page(nginx.origin(), false, Followers.RECEIVED)) {
            page.heard.awaitWord("stream.opened", 1);
            nginx.kill();
            nginx.start();

            page.heard.awaitWord("error.2", 1); // EventSource.CLOSED
            assertThat(page.heard.times("stream.opened")).isOne();
            assertThat(page.heard.words()).contains("error.0"); // EventSource.CONNECTING, with the used ticket
        }
    }
}
