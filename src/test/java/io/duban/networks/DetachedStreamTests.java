package io.duban.networks;

import static io.duban.support.DemoDistrict.DISPATCHER;
import static io.duban.support.DemoDistrict.HOUSING_BUREAU;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okio.BufferedSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stream over HTTP/2 outlives its request, and shares nothing with its connection but the connection. */
@TlsServer
class DetachedStreamTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    MeterRegistry meters;

    private final Heard patience = new Heard();
    private final OkHttpClient client = TlsServer.Certificate.client(Set.of(Protocol.HTTP_2, Protocol.HTTP_1_1));

    @BeforeEach
    void alone() {
        patience.await("streams of other tests to end", () -> open() == 0);
    }

    /** Else everything that made the answer would be kept for as long as it goes on. */
    @Test
    void isNoRequestAnyMoreOnceItIsOpen() throws IOException {
        var before = answered();
        var call = stream(TestTokens.of(DISPATCHER));
        try (var stream = call.execute()) {
            awaitWord(stream.body().source(), "stream.opened");

            patience.await("the request to be over", () -> answered() > before);
            assertThat(open()).isOne();
            LoggedEvents.hotline("after the request").of(HOUSING_BUREAU).write(database);
            awaitWord(stream.body().source(), "after the request");
        }
        call.cancel();
    }

    /** Nobody writes to it, and nobody asks: a reset must be noticed by itself. */
    @Test
    void isGoneWithItsResetAndLeavesTheConnectionToTheOthers() throws IOException {
        var kept = stream(TestTokens.of(DISPATCHER));
        var reset = stream(TestTokens.of(DISPATCHER));
        try (var first = kept.execute();
                var second = reset.execute()) {
            awaitWord(first.body().source(), "stream.opened");
            awaitWord(second.body().source(), "stream.opened");
            patience.await("both", () -> open() == 2);

            reset.cancel();

            patience.await("one to be gone", () -> open() == 1, Duration.ofSeconds(5));
            LoggedEvents.hotline("for the other one").of(HOUSING_BUREAU).write(database);
            awaitWord(first.body().source(), "for the other one");
            assertThat(client.connectionPool().connectionCount()).isOne();
        }
        kept.cancel();
    }

    @Test
    void endsWithItsTokenAndLeavesTheConnection() throws IOException {
        var token = TestTokens.of(DISPATCHER, TestTokens.PHONE, Duration.ofSeconds(4));
        try (var stream = stream(token).execute()) {
            var source = stream.body().source();
            awaitWord(source, "auth.expired");
            while (!source.exhausted()) {
                source.readUtf8Line();
            }
        }
        patience.await("its end", () -> open() == 0);
        try (var me = get("/me", TestTokens.of(DISPATCHER)).execute()) {
            assertThat(me.code()).isEqualTo(200);
        }
        assertThat(client.connectionPool().connectionCount()).isOne();
    }

    private static void awaitWord(BufferedSource source, String word) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(word) < 0) {
            heard.append(source.readUtf8LineStrict());
        }
    }

    private Call stream(String token) {
        return get("/events?streams=hotline", token);
    }

    private Call get(String path, String token) {
        return client.newCall(new Request.Builder()
                .url("https://localhost:" + port + "/v1" + path)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private long answered() {
        return meters.find("http.server.requests").tag("uri", "/v1/events").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private int open() {
        return (int) meters.get("duban.streams.open").gauge().value();
    }
}
