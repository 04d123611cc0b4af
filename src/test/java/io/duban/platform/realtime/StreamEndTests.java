package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/** How streams beat, end and are cut, with the times shortened. */
@ServerTest
@TestPropertySource(
        properties = {
            "duban.realtime.heartbeat=300ms",
            "duban.realtime.patience=2s",
            "duban.realtime.lifetime=12s",
            "duban.realtime.tail=64"
        })
class StreamEndTests {

    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration QUIET = Duration.ofSeconds(1);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    LiveStreams streams;

    @Test
    void beats() throws InterruptedException {
        try (var stream = open("me", TestTokens.of(DIRECTOR))) {
            Thread.sleep(2000);
            assertThat(stream.comments()).hasSizeBetween(4, 9);
        }
    }

    @Test
    void endsWithItsToken() {
        try (var stream = open("me", TestTokens.of(HOUSING_LIAISON, TestTokens.PHONE, Duration.ofSeconds(3)))) {
            assertThat(stream.next(SOON).event()).isEqualTo("auth.expired");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();
        }
    }

    @Test
    void endsAfterItsLifetimeAndCarriesACursorForTheNext() {
        try (var stream = open("me", TestTokens.of(HOUSING_LIAISON))) {
            LoggedEvents.hotline("not mine").to(URBAN_LIAISON).write(database);
            var renew = stream.next(Duration.ofSeconds(14));
            assertThat(renew.event()).isEqualTo("stream.renew");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();

            LoggedEvents.hotline("in between").to(HOUSING_LIAISON).write(database);
            try (var next = EventStream.resume(port, "/v1/events", TestTokens.of(HOUSING_LIAISON), renew.id())) {
                next.next(SOON);
                assertThat(title(next.next(SOON))).isEqualTo("in between");
            }
        }
    }

    @Test
    void tellsAPersonWhoWasMovedNothingMoreOfTheOldUnit() throws InterruptedException {
        try (var stream = open("hotline", TestTokens.of(URBAN_LIAISON))) {
            LoggedEvents.hotline("while there").of(URBAN_BUREAU).write(database);
            assertThat(title(stream.next(SOON))).isEqualTo("while there");

            database.execute("update post set organization_id = '%s' where person_id = '%s'"
                    .formatted(HOUSING_BUREAU, URBAN_LIAISON));
            Thread.sleep(3000); // five seconds are promised
            LoggedEvents.hotline("after he left").of(URBAN_BUREAU).write(database);
            LoggedEvents.hotline("where he is now").of(HOUSING_BUREAU).write(database);

            assertThat(title(stream.next(SOON))).isEqualTo("where he is now");
            assertThat(stream.poll(QUIET)).isNull();
        } finally {
            database.execute("update post set organization_id = '%s' where person_id = '%s'"
                    .formatted(URBAN_BUREAU, URBAN_LIAISON));
        }
    }

    @Test
    void endsTheStreamOfAPersonWhoIsDisabled() {
        try (var stream = open("me", TestTokens.of(URBAN_HEAD))) {
            database.execute("update person set enabled = false where id = '%s'".formatted(URBAN_HEAD));

            assertThat(stream.next(Duration.ofSeconds(5)).event()).isEqualTo("auth.expired");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();
        } finally {
            database.execute("update person set enabled = true where id = '%s'".formatted(URBAN_HEAD));
        }
    }

    /** More than sockets and write buffers hold is written for a client that never reads: it must neither pile up here nor hold others. */
    @Test
    void cutsAClientThatDoesNotReadAndKeepsNothingForIt() throws Exception {
        try (var deaf = deaf(TestTokens.of(LEADER));
                var healthy = open("hotline", TestTokens.of(DISPATCHER))) {
            var title = "字".repeat(4000);
            long most = 0;
            for (int i = 0; i < 900; i++) {
                LoggedEvents.hotline(title).of(HOUSING_BUREAU).write(database);
                if (i % 20 == 0) {
                    most = Math.max(most, mostWaiting());
                }
            }
            for (int i = 0; i < 900; i++) {
                assertThat(title(healthy.next(SOON))).isEqualTo(title);
            }
            System.out.printf("deaf client: at most %d bytes waited in the server%n", most);
            assertThat(most).isPositive().isLessThan(256 * 1024);
            assertThat(endedWithin(deaf, SOON)).isTrue();
        }
    }

    private long mostWaiting() {
        return Flux.fromIterable(streams.lanes())
                .flatMap(Lane::mostWaiting)
                .reduce(0L, Math::max)
                .block(SOON);
    }

    /** A socket that asks for the stream and never reads, with as small a window as the system gives. */
    private Socket deaf(String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write("GET /v1/events?streams=hotline HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(token)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Its buffer still holds what was sent before; after that comes the end, where a living stream would wait. */
    private static boolean endedWithin(Socket socket, Duration patience) throws IOException, InterruptedException {
        Thread.sleep(patience.toMillis() / 2);
        socket.setSoTimeout((int) patience.toMillis());
        try {
            var in = socket.getInputStream();
            var drain = new byte[65536];
            var read = in.read(drain);
            while (read >= 0) {
                read = in.read(drain);
            }
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private EventStream open(String streams, String token) {
        var stream = EventStream.open(port, "/v1/events?streams=" + streams, token);
        assertThat(stream.next(SOON).event()).isEqualTo("stream.opened");
        return stream;
    }

    private static String title(EventStream.Message message) {
        return JsonPath.read(message.data(), "$.data.title");
    }
}
