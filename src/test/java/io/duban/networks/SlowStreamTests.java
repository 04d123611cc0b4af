package io.duban.networks;

import static io.duban.support.DemoDistrict.DISPATCHER;
import static io.duban.support.DemoDistrict.HOUSING_BUREAU;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Two streams on one connection of HTTP/2, of which one is not read: its window fills, and its trouble must remain its own. */
@TlsServer
class SlowStreamTests {

    private static final int EVENTS = 200;
    private static final String LONG = "字".repeat(4000);
    private static final int WINDOW = 16 * 1024; // a quarter of the connection's, so that the other stream has room

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    MeterRegistry meters;

    private final Heard patience = new Heard();

    @Test
    void isCutAloneByItsOwnFrameWhileItsNeighbourGoesOn() throws Exception {
        patience.await("streams of other tests to end", () -> open() == 0);
        var one = ConnectionProvider.create("one", 1);
        var client = HttpClient.create(one)
                .protocol(HttpProtocol.H2)
                .secure(tls -> tls.sslContext(Http2SslContextSpec.forClient()
                        .configure(context -> context.trustManager(InsecureTrustManagerFactory.INSTANCE))))
                .http2Settings(settings -> settings.initialWindowSize(WINDOW))
                .headers(headers -> headers.add("Authorization", "Bearer " + TestTokens.of(DISPATCHER)));
        var read = new StringBuffer();
        var unread = new Unread();
        var reading = stream(client).asString(StandardCharsets.UTF_8).subscribe(read::append);
        patience.await("the neighbour", () -> read.indexOf("stream.opened") >= 0);
        stream(client).asString(StandardCharsets.UTF_8).subscribe(unread);
        patience.await("both", () -> open() == 2);

        try (var connection = database.connect()) {
            for (int i = 1; i <= EVENTS; i++) {
                LoggedEvents.hotline(i + LONG).of(HOUSING_BUREAU).write(connection);
            }
        }

        patience.await("the end of the one that is not read", () -> open() == 1);
        LoggedEvents.hotline("after that").of(HOUSING_BUREAU).write(database);
        patience.await("the last event", () -> read.indexOf("after that") >= 0);
        for (int i = 1; i <= EVENTS; i++) {
            assertThat(read).containsOnlyOnce("\"title\":\"" + i + "字");
        }
        unread.request(Long.MAX_VALUE);
        patience.await("the word of it", () -> unread.fault.get() != null);
        assertThat(reading.isDisposed()).isFalse();
        reading.dispose();
        one.dispose();
    }

    private ByteBufFlux stream(HttpClient client) {
        return client.get().uri("https://localhost:" + port + Office.STREAM).responseContent();
    }

    /** Takes what comes first, and nothing more. */
    private static final class Unread extends BaseSubscriber<String> {

        private final AtomicReference<Throwable> fault = new AtomicReference<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnError(Throwable failure) {
            fault.set(failure);
        }
    }

    private int open() {
        return (int) meters.get("duban.streams.open").gauge().value();
    }
}
