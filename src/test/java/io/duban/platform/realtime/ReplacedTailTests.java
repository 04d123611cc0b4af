package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.EventLog;
import io.duban.platform.events.LogPosition;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.Permissions;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database is replaced by another while streams are being opened: none is left on the tail of the one before, where nothing is ever heard again. */
@StillServer
class ReplacedTailTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    Officers officers;

    @Autowired
    Permissions permissions;

    @Autowired
    Envelopes envelopes;

    @Autowired
    EventLog log;

    @Autowired
    TailFeed feed;

    @Autowired
    StreamRules rules;

    @Autowired
    TestDatabase database;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final RecordedWire wire = new RecordedWire(channel);
    private LiveStreams streams;

    @BeforeEach
    void open() {
        Level.comes(feed, database); // an event that comes later would be handed out on its own thread
        streams =
                new LiveStreams(rules, permissions, officers, Clock.systemUTC(), log, feed, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void whoseLaneGivesWayToTheNextOnesIsToldToComeBack() {
        var before = streams.laneOf(channel.eventLoop(), tail("before"));
        before.later(() -> before.join(line(before)));
        channel.runPendingTasks();
        assertThat(wire.ended).isFalse();

        assertThat(streams.laneOf(channel.eventLoop(), tail("after"))).isNotSameAs(before);
        channel.runPendingTasks();

        assertThat(wire.ended).isTrue();
    }

    @Test
    void whoseBeginWasFoundInTheOneBeforeIsToldToComeBack() {
        streams.enter(line(streams.laneOf(channel.eventLoop(), tail("before"))));
        channel.runPendingTasks();

        assertThat(wire.ended).isTrue();
    }

    @Test
    void whoComesLateWithTheOneBeforeSendsNobodyElseAway() {
        var now = Objects.requireNonNull(feed.tail().block(SOON));
        var lane = streams.laneOf(channel.eventLoop(), now);
        lane.later(() -> lane.join(line(lane)));

        assertThat(streams.laneOf(channel.eventLoop(), tail("before"))).isNotSameAs(lane);
        channel.runPendingTasks();

        assertThat(wire.ended).isFalse();
        assertThat(streams.laneOf(channel.eventLoop(), now)).isSameAs(lane);
    }

    @Test
    void whoIsOnTheTailThatIsStays() {
        streams.enter(line(streams.laneOf(
                channel.eventLoop(), Objects.requireNonNull(feed.tail().block(SOON)))));
        channel.runPendingTasks();

        assertThat(wire.ended).isFalse();
    }

    private Tail tail(String epoch) {
        return new Tail(epoch, LogPosition.START, 16, envelopes);
    }

    private Line line(Lane lane) {
        var officer = Objects.requireNonNull(officers.find(HOUSING_HANDLER, TestTokens.PHONE, Set.of("office"))
                .block(SOON));
        var viewer = new Viewer(officer, Set.of(StreamNameDto.ME), permissions);
        var term = new Term(System.nanoTime() + Duration.ofMinutes(5).toNanos(), Frames.RENEW);
        return new Line(wire, lane, viewer, LogPosition.START, term);
    }
}
