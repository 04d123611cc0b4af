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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/** How streams beat and end, with the times shortened. */
@ServerTest
@TestPropertySource(
        properties = {
            "duban.realtime.heartbeat=300ms",
            "duban.realtime.lifetime=12s",
            "duban.hotline.board.snapshot-every=1h" // its events are on the board too
        })
class StreamEndTests {

    private static final Duration HEARTBEAT = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(1);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    LiveStreams streams;

    @Test
    void beats() throws InterruptedException {
        var begun = System.nanoTime();
        try (var stream = open("me", TestTokens.of(DIRECTOR))) {
            Thread.sleep(2000);
            Awaitility.await().until(() -> stream.comments().size() >= 2);
            var beats = stream.comments().size();
            var time = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(beats).as("in %s", time).isLessThanOrEqualTo((int) (1 + time.dividedBy(HEARTBEAT)));
        }
    }

    @Test
    void endsWithItsToken() {
        try (var stream = open("me", TestTokens.of(HOUSING_LIAISON, TestTokens.PHONE, Duration.ofSeconds(5)))) {
            assertThat(stream.next(SOON).event()).isEqualTo("auth.expired");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();
        }
    }

    @Test
    void endsAfterItsLifetimeAndCarriesACursorForTheNext() {
        try (var stream = open("me", TestTokens.of(HOUSING_LIAISON))) {
            LoggedEvents.hotline("not mine").to(URBAN_LIAISON).write(database);
            var renew = stream.next(Duration.ofSeconds(20));
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
    void tellsAPersonWhoWasMovedNothingMoreOfTheOldUnit() {
        try (var stream = open("hotline", TestTokens.of(URBAN_LIAISON))) {
            LoggedEvents.hotline("while there").of(URBAN_BUREAU).write(database);
            assertThat(title(stream.next(SOON))).isEqualTo("while there");

            database.execute("update post set organization_id = '%s' where person_id = '%s'"
                    .formatted(HOUSING_BUREAU, URBAN_LIAISON));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5)) // as is promised
                    .until(() -> isSeenAt(HOUSING_BUREAU, URBAN_LIAISON));
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

    /** Who reads slowly is waited for nearly always; his token ends all the same. */
    @Test
    void endsWithItsTokenHoweverSlowlyItIsRead() throws Exception {
        var token = TestTokens.of(LEADER, TestTokens.PHONE, Duration.ofSeconds(4));
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress("127.0.0.1", port));
            slow.getOutputStream()
                    .write(
                            "GET /v1/events?streams=hotline HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(token)
                                    .getBytes(StandardCharsets.US_ASCII));
            var read = CompletableFuture.runAsync(() -> readSlowly(slow));
            for (int i = 0; i < 300 && !read.isDone(); i++) {
                LoggedEvents.hotline("字".repeat(4000)).of(HOUSING_BUREAU).write(database);
            }
            read.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void readSlowly(Socket socket) {
        try {
            var in = socket.getInputStream();
            var some = new byte[4096];
            while (in.read(some) >= 0) {
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException ended) {
            // cut off, as it should be
        }
    }

    /** Whether every line of the person sees with the eyes of somebody of this unit. */
    private boolean isSeenAt(UUID unit, UUID person) {
        return Flux.fromIterable(streams.lanes())
                .flatMap(lane -> lane.linesOf(Set.of(person)))
                .flatMapIterable(lines -> lines)
                .all(line -> line.viewer().officer().posts().stream()
                        .allMatch(post -> post.unitId().equals(unit)))
                .block(SOON);
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
