package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.LogPosition;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.Permissions;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A line that cannot be written to is cut, so that its client comes back and asks for what it has not seen; the others of its lane go on. */
@ServerTest
class UnwritableTests {

    private static final Duration BEAT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Autowired
    Officers officers;

    @Autowired
    Permissions permissions;

    @Autowired
    Envelopes envelopes;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private Tail tail;
    private Lane lane;
    private int events;

    @BeforeEach
    void open() {
        tail = new Tail("e", LogPosition.START, 16, envelopes);
        var rules = new StreamRules(BEAT, LONG, LONG, LONG, LONG, 3, 16);
        lane = new Lane(channel.eventLoop(), tail, rules, new Replays(null, LONG, new SimpleMeterRegistry()));
    }

    @Test
    void aLineWhoseEventCannotBeWrittenIsCutAndTheNextIsTold() {
        var broken = joined(new RecordedWire(channel));
        var sound = joined(new RecordedWire(channel));
        broken.fails = true;

        happens("first");
        happens("second");

        assertThat(broken.cut).isTrue();
        assertThat(broken.frames).isZero();
        assertThat(sound.cut).isFalse();
        assertThat(sound.frames).isEqualTo(2);
    }

    @Test
    void anEventThatCannotBeMadeIntoBytesIsPassedOverForNobody() {
        var concerned = joined(new RecordedWire(channel));

        happens(null);
        happens("after it");

        assertThat(concerned.cut).isTrue();
        assertThat(concerned.frames)
                .as("nothing that came after what was not said")
                .isZero();
    }

    @Test
    void aLineThatCannotBeWrittenToWhileItCatchesUpIsCut() {
        happens("before it came");
        var broken = new RecordedWire(channel);
        broken.fails = true;

        joined(broken);

        assertThat(broken.cut).isTrue();
    }

    @Test
    void theOthersAreStillKeptWarm() throws InterruptedException {
        var broken = joined(new RecordedWire(channel));
        var sound = joined(new RecordedWire(channel));
        broken.fails = true;

        for (int beats = 0; beats < 3; beats++) {
            var before = sound.frames;
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            Thread.sleep(BEAT.toMillis() + 50); // a line's quiet is measured on the machine's clock
            channel.runScheduledPendingTasks();
            assertThat(sound.frames).isGreaterThan(before);
        }
        assertThat(broken.cut).isTrue();
    }

    /** Its term is over just when no memory is left for its last word: the lane's beat goes on, and so do the others. */
    @Test
    void aLineThatCannotEvenBeEndedTakesTheBeatFromNobody() throws InterruptedException {
        var broken = joined(new RecordedWire(channel), Duration.ZERO);
        var sound = joined(new RecordedWire(channel));
        broken.fails = true;

        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        var before = sound.frames;
        Thread.sleep(BEAT.toMillis() + 50);
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        assertThat(broken.cut).isTrue();
        assertThat(sound.frames).isGreaterThan(before);
    }

    @Test
    void whenTheServerClosesTheOthersHearIt() {
        var broken = joined(new RecordedWire(channel));
        var sound = joined(new RecordedWire(channel));
        broken.fails = true;

        lane.later(() -> lane.close(Frames.SERVER_CLOSING));
        channel.runPendingTasks();

        assertThat(broken.cut).isTrue();
        assertThat(sound.ended).isTrue();
    }

    private RecordedWire joined(RecordedWire wire) {
        return joined(wire, LONG);
    }

    private RecordedWire joined(RecordedWire wire, Duration term) {
        var officer = Objects.requireNonNull(officers.find(HOUSING_HANDLER, TestTokens.PHONE, Set.of("office"))
                .block(Duration.ofSeconds(5)));
        var viewer = new Viewer(officer, Set.of(StreamNameDto.ME), permissions);
        var end = new Term(System.nanoTime() + term.toNanos(), Frames.RENEW);
        lane.later(() -> lane.join(new Line(wire, lane, viewer, LogPosition.START, end)));
        channel.runPendingTasks();
        return wire;
    }

    private void happens(String title) {
        events++;
        tail.append(List.of(Dispatched.of(events, title, List.of(), List.of(HOUSING_HANDLER))));
        lane.wake();
        channel.runPendingTasks();
    }
}
