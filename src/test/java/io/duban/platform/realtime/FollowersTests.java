package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.LogPosition;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.Permissions;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What makes thousands of streams cheap: an event asks few of them, and an open one holds nothing of its request. */
@StillServer
class FollowersTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    @LocalServerPort
    int port;

    @Autowired
    Officers officers;

    @Autowired
    Permissions permissions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestDatabase database;

    @Autowired
    TailFeed feed;

    @Test
    void areAskedOnlyWhereAnEventMayConcernThem() {
        var listeners = new Listeners();
        var everything = line(DISPATCHER, StreamNameDto.HOTLINE);
        var unit = line(HOUSING_HEAD, StreamNameDto.HOTLINE);
        var otherUnit = line(URBAN_HEAD, StreamNameDto.HOTLINE);
        var otherBoard = line(HOUSING_HEAD, StreamNameDto.SUPERVISION);
        var addressee = line(HOUSING_LIAISON, StreamNameDto.ME);
        List.of(unit, otherUnit, otherBoard).forEach(listeners::add);

        assertThat(asked(listeners, HOUSING_BUREAU)).containsExactly(unit);

        List.of(everything, addressee).forEach(listeners::add); // after the index was made
        assertThat(asked(listeners, HOUSING_BUREAU)).containsExactlyInAnyOrder(everything, unit);
        assertThat(asked(listeners, URBAN_BUREAU)).containsExactlyInAnyOrder(everything, otherUnit);

        listeners.remove(unit);
        assertThat(asked(listeners, HOUSING_BUREAU)).containsExactly(everything);
        assertThat(listeners.all()).doesNotContain(unit).hasSize(4);
    }

    @Test
    void haveNoRequestInWorkWhileTheirStreamsAreOpen() throws InterruptedException {
        Level.comes(feed, database);
        var before = answered();
        try (var stream = EventStream.open(port, "/v1/events?streams=me", TestTokens.of(HOUSING_HANDLER))) {
            assertThat(stream.next(SOON).event()).isEqualTo("stream.opened");
            var patience = System.nanoTime() + SOON.toNanos();
            while (answered() == before) {
                assertThat(System.nanoTime()).as("the request is still in work").isLessThan(patience);
                Thread.sleep(10);
            }

            LoggedEvents.hotline("after it")
                    .of(HOUSING_BUREAU)
                    .to(HOUSING_HANDLER)
                    .write(database);
            assertThat(stream.next(SOON).data()).contains("after it");
        }
    }

    private long answered() {
        return meters.find("http.server.requests").tag("uri", "/v1/events").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Line line(UUID person, StreamNameDto stream) {
        var officer = Objects.requireNonNull(
                officers.find(person, TestTokens.PHONE, Set.of("office")).block(SOON));
        var viewer = new Viewer(officer, Set.of(stream), permissions);
        return new Line(null, null, viewer, LogPosition.START, new Term(0, ""));
    }

    private static List<Line> asked(Listeners listeners, UUID unit) {
        var asked = new ArrayList<Line>();
        var number = listeners.forEach(
                new FramedEvent(0, Dispatched.of(1, "of a unit", List.of(unit), List.of()), none -> Frames.HEARTBEAT),
                asked::add);
        assertThat(number).isEqualTo(asked.size());
        return asked;
    }
}
