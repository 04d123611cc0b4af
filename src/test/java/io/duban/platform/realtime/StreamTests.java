package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.EventStream.Message;
import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StillServer
class StreamTests {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMillis(700);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    TailFeed feed;

    @Test
    void carriesAThinEnvelopeToItsAddressee() {
        try (var stream = open("me", HOUSING_HANDLER)) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("Content-Type"))
                    .hasValue("text/event-stream;charset=UTF-8");
            assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
            assertThat(stream.response().headers().firstValue("X-Accel-Buffering"))
                    .hasValue("no");

            LoggedEvents.hotline("井盖缺失").of(HOUSING_BUREAU).to(HOUSING_HANDLER).write(database);

            var message = stream.next(SOON);
            assertThat(message.event()).isEqualTo("cn.gov.demo.hotline.ticket.dispatched.v1");
            assertThat(message.data()).doesNotContain("\n");
            var json = JsonPath.parse(message.data());
            assertThat(json.<String>read("$.specversion")).isEqualTo("1.0");
            assertThat(json.<String>read("$.source")).isEqualTo("/duban/demo");
            assertThat(json.<String>read("$.type")).isEqualTo(message.event());
            assertThat(json.<String>read("$.sequence")).isEqualTo(message.id());
            assertThat(json.<String>read("$.time")).endsWith("+08:00");
            assertThat(json.<String>read("$.subject"))
                    .isEqualTo("hotline.ticket/" + json.<String>read("$.data.subjectId"));
            assertThat(json.<String>read("$.data.title")).isEqualTo("井盖缺失");
            assertThat(json.<String>read("$.data.priority")).isEqualTo("ACTION");
            assertThat(json.<String>read("$.data.unitIds[0]")).isEqualTo(HOUSING_BUREAU.toString());
        }
    }

    @Test
    void tellsNobodyElse() {
        try (var addressee = open("me", HOUSING_HANDLER);
                var colleague = open("me,hotline,supervision,documents", URBAN_HANDLER);
                var other = open("me,hotline,supervision,documents", URBAN_HEAD)) {
            LoggedEvents.hotline("not yours")
                    .of(HOUSING_BUREAU)
                    .to(HOUSING_HANDLER)
                    .write(database);
            LoggedEvents.supervision("nor this").of(HOUSING_BUREAU).write(database);

            assertThat(title(addressee.next(SOON))).isEqualTo("not yours");
            // Events come in their order: what the two hear first is the first they may hear.
            LoggedEvents.hotline("yours").to(URBAN_HANDLER, URBAN_HEAD).write(database);
            assertThat(title(colleague.next(SOON))).isEqualTo("yours");
            assertThat(title(other.next(SOON))).isEqualTo("yours");
            assertThat(colleague.poll(QUIET)).isNull();
            assertThat(other.poll(QUIET)).isNull();
        }
    }

    @Test
    void showsABoardToWhoeverReachesItAndOnlyWhenAskedFor() {
        try (var board = open("hotline", DISPATCHER);
                var mine = open("me", DISPATCHER);
                var unit = open("hotline", HOUSING_HEAD)) {
            LoggedEvents.hotline("on the board").of(HOUSING_BUREAU).write(database);
            LoggedEvents.supervision("on another").of(HOUSING_BUREAU).write(database);

            assertThat(title(board.next(SOON))).isEqualTo("on the board");
            assertThat(title(unit.next(SOON))).isEqualTo("on the board");
            assertThat(board.poll(QUIET)).isNull();
            assertThat(mine.poll(QUIET)).isNull();
        }
    }

    @Test
    void resumesAfterTheCursor() {
        String cursor;
        try (var stream = open("me", HOUSING_HANDLER)) {
            LoggedEvents.hotline("seen").to(HOUSING_HANDLER).write(database);
            cursor = stream.next(SOON).id();
        }
        LoggedEvents.hotline("missed 1").to(HOUSING_HANDLER).write(database);
        LoggedEvents.hotline("missed 2").to(HOUSING_HANDLER).write(database);

        try (var resumed = EventStream.resume(port, "/v1/events?streams=me", TestTokens.of(HOUSING_HANDLER), cursor)) {
            assertThat(opening(resumed).event()).isEqualTo("stream.opened");
            assertThat(title(resumed.next(SOON))).isEqualTo("missed 1");
            assertThat(title(resumed.next(SOON))).isEqualTo("missed 2");
        }
    }

    @Test
    void neverGivesAnothersEventsForAnothersCursor() {
        String cursor;
        try (var stream = open("me", HOUSING_HANDLER)) {
            LoggedEvents.hotline("first").to(HOUSING_HANDLER).write(database);
            cursor = stream.next(SOON).id();
        }
        LoggedEvents.hotline("second").to(HOUSING_HANDLER).write(database);

        try (var thief =
                EventStream.resume(port, "/v1/events?streams=me,hotline", TestTokens.of(URBAN_HANDLER), cursor)) {
            opening(thief);
            LoggedEvents.hotline("his own").to(URBAN_HANDLER).write(database);
            assertThat(title(thief.next(SOON))).isEqualTo("his own");
            assertThat(thief.poll(QUIET)).isNull();
        }
    }

    @Test
    void saysInTheStreamThatACursorCannotBeHonoured() {
        try (var stream = open("me", HOUSING_HANDLER)) {
            LoggedEvents.hotline("any").to(HOUSING_HANDLER).write(database);
            var epoch = stream.next(SOON).id().split("\\.")[0];

            assertResetAndLive("0123abcd.1.1", "epoch");
            assertResetAndLive(epoch + ".999999999999.1", "future");
        }
    }

    @Test
    void saysSoWhenSomethingOlderThanTheRetentionWasMissed() {
        String cursor;
        try (var stream = open("me", URBAN_HANDLER)) {
            LoggedEvents.hotline("seen").to(URBAN_HANDLER).write(database);
            cursor = stream.next(SOON).id();
        }
        LoggedEvents.hotline("long ago")
                .to(URBAN_HANDLER)
                .recordedAt(Instant.now().minus(Duration.ofHours(73)))
                .write(database);

        try (var stream = EventStream.resume(port, "/v1/events", TestTokens.of(URBAN_HANDLER), cursor)) {
            // The reader of the log may be some milliseconds behind the test.
            assertThat(stream.next(SOON).event()).isIn("stream.reset", "stream.opened");
        }
        await(() -> {
            try (var stream = EventStream.resume(port, "/v1/events", TestTokens.of(URBAN_HANDLER), cursor)) {
                return stream.next(SOON).data().contains("expired");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "1.2", "a1b2c3d4.1.1;drop"})
    void refusesWhatIsNoCursor(String garbage) {
        try (var stream = EventStream.resume(port, "/v1/events", TestTokens.of(HOUSING_HANDLER), garbage)) {
            assertThat(stream.response().statusCode()).isEqualTo(400);
            assertThat(stream.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void refusesACursorThatIsTooLong() {
        try (var stream = EventStream.resume(port, "/v1/events", TestTokens.of(HOUSING_HANDLER), "a".repeat(4000))) {
            assertThat(stream.response().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void refusesWhoeverIsUnknown() {
        try (var stream = EventStream.open(port, "/v1/events", request -> {})) {
            assertThat(stream.response().statusCode()).isEqualTo(401);
        }
        try (var stream = EventStream.open(port, "/v1/events", TestTokens.of(UUID.randomUUID()))) {
            assertThat(stream.response().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void refusesAStreamTheContractDoesNotKnow() {
        try (var stream = EventStream.open(port, "/v1/events?streams=everything", TestTokens.of(HOUSING_HANDLER))) {
            assertThat(stream.response().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void endsTheOldestOfTooMany() {
        try (var first = open("me", LEADER);
                var second = open("me", LEADER);
                var third = open("me", LEADER);
                var fourth = open("me", LEADER)) {
            assertThat(first.next(SOON).event()).isEqualTo("stream.replaced");
            assertThat(EventStream.isEnd(first.next(SOON))).isTrue();
            assertThat(second.poll(QUIET)).isNull();
            assertThat(third.poll(QUIET)).isNull();
            assertThat(fourth.poll(QUIET)).isNull();
        }
    }

    private void assertResetAndLive(String cursor, String reason) {
        try (var stream = EventStream.resume(port, "/v1/events?streams=me", TestTokens.of(HOUSING_HANDLER), cursor)) {
            var reset = stream.next(SOON);
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(reset.event()).isEqualTo("stream.reset");
            assertThat(reset.data()).contains(reason);
            assertThat(reset.id()).isNotEqualTo(cursor);
            var title = "after the reset " + reason;
            LoggedEvents.hotline(title).to(HOUSING_HANDLER).write(database);
            await(() -> title(stream.next(SOON)).equals(title));
        }
    }

    private EventStream open(String streams, UUID person) {
        Level.comes(feed, database);
        var stream = EventStream.open(port, "/v1/events?streams=" + streams, TestTokens.of(person));
        opening(stream);
        return stream;
    }

    private static Message opening(EventStream stream) {
        return stream.next(SOON);
    }

    private static String title(Message message) {
        return JsonPath.read(message.data(), "$.data.title");
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        var patience = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(patience);
        }
    }
}
