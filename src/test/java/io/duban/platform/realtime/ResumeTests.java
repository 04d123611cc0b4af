package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Phones that lose their line again and again while the office works (F7a), and one that polls: all come to the same. */
@ServerTest
@TestPropertySource(
        properties = {
            "duban.realtime.tail=64",
            "duban.realtime.per-client=1000",
            "duban.hotline.board.snapshot-every=1h" // its events are on the board too
        })
class ResumeTests {

    private static final int PHONES = 24;
    private static final int WRITERS = 4;
    private static final int EACH = 150;
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final String STREAMS = "streams=hotline";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void losesAndDoublesNothingAcrossReconnectsAndPolls() throws Exception {
        var threads = Executors.newCachedThreadPool();
        var start = cursorNow();
        var phones = new ArrayList<Future<List<String>>>();
        for (int i = 0; i < PHONES; i++) {
            var seed = i;
            phones.add(threads.submit(() -> follow(start, seed)));
        }
        var polling = threads.submit(() -> poll(start));
        var writers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < WRITERS; i++) {
            var writer = i;
            writers.add(() -> write(writer));
        }
        for (var writer : threads.invokeAll(writers)) {
            writer.get();
        }

        var polled = polling.get();
        assertThat(polled).hasSize(WRITERS * EACH).doesNotHaveDuplicates();
        for (var phone : phones) {
            assertThat(phone.get()).containsExactlyElementsOf(polled);
        }
        System.out.printf(
                "resume: %d phones, %d connections, %d events each, 0 lost, 0 doubled%n",
                PHONES, connections.get(), polled.size());
        assertThat(connections.get()).isGreaterThan(3 * PHONES);
        threads.shutdown();
    }

    private Void write(int writer) throws Exception {
        var random = new Random(writer);
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < EACH; i++) {
                LoggedEvents.hotline(writer + "-" + i).of(HOUSING_BUREAU).write(connection);
                Thread.sleep(random.nextInt(20));
                connection.commit();
                LoggedEvents.supervision("not on this board").of(HOUSING_BUREAU).write(connection);
                connection.commit();
            }
        }
        return null;
    }

    /** Hangs up after a few events, stays away for a while, comes back with the last id. */
    private List<String> follow(String start, int seed) throws InterruptedException {
        var random = new Random(seed);
        var seen = new ArrayList<String>();
        var cursor = start;
        while (seen.size() < WRITERS * EACH) {
            connections.incrementAndGet();
            try (var stream = EventStream.resume(port, "/v1/events?" + STREAMS, TestTokens.of(DISPATCHER), cursor)) {
                assertThat(stream.response().statusCode()).isEqualTo(200);
                var stay = 1 + random.nextInt(120);
                for (int i = 0; i < stay && seen.size() < WRITERS * EACH; i++) {
                    var message = stream.next(STALL);
                    cursor = message.id();
                    if (message.event().startsWith("cn.gov.")) {
                        seen.add(JsonPath.read(message.data(), "$.sequence"));
                    } else {
                        assertThat(message.event()).isEqualTo("stream.opened");
                    }
                }
            }
            Thread.sleep(random.nextInt(300));
        }
        return seen;
    }

    private List<String> poll(String start) throws Exception {
        var seen = new ArrayList<String>();
        var cursor = start;
        var patience = System.nanoTime() + STALL.multipliedBy(3).toNanos();
        while (seen.size() < WRITERS * EACH && System.nanoTime() < patience) {
            var batch = sync("&limit=17&since=" + cursor);
            seen.addAll(JsonPath.<List<String>>read(batch, "$.events[*].sequence"));
            cursor = JsonPath.read(batch, "$.cursor");
            if (!JsonPath.<Boolean>read(batch, "$.more")) {
                Thread.sleep(50);
            }
        }
        return seen;
    }

    private String cursorNow() throws Exception {
        var batch = sync("");
        assertThat(JsonPath.<List<?>>read(batch, "$.events")).isEmpty();
        return JsonPath.read(batch, "$.cursor");
    }

    private String sync(String query) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/v1/sync?%s%s".formatted(port, STREAMS, query)))
                .header("Authorization", "Bearer " + TestTokens.of(DISPATCHER))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
