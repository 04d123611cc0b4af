package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What holds on every way between two instances. */
abstract class RemoteDoorbellContract {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int SIGNS_OF_LIFE_IN_IT = 3;

    final Doorbell here = new Doorbell();
    final Doorbell there = new Doorbell();
    final AtomicInteger heardHere = heard(here);
    final AtomicInteger heardThere = heard(there);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Neighbours one;
    private Neighbours other;

    /** A way of one instance; {@code near} says which. */
    abstract RemoteDoorbell way(boolean near);

    @AfterEach
    void hangUp() {
        one.stop();
        other.stop();
    }

    @Test
    void ringsOtherInstances() {
        startBoth();

        var begun = System.nanoTime();
        here.ring();

        eventually(() -> heardThere.get() > 0);
        pause(300);
        assertThat(heardHere.get())
                .as("its own ring and signs of life, and no echo, which would not end")
                .isBetween(1, 1 + signsOfLifeSince(begun));
        assertThat(heardThere.get()).isBetween(1, 1 + signsOfLifeSince(begun));
    }

    @Test
    void joinsRingsOfOneMoment() {
        startBoth();

        for (int i = 0; i < 10_000; i++) {
            here.ring();
        }

        eventually(() -> heardThere.get() > 0);
        pause(200);
        assertThat(heardThere.get()).isLessThan(1_000);
    }

    @Test
    void saysWhetherItIsConnected() {
        startBoth();
        // On a busy machine each may have missed the others for longer than they are silent.
        eventually(
                () -> meters.get("duban.doorbell.connected").gauges().stream().allMatch(gauge -> gauge.value() == 1));
    }

    final void start() {
        one = new Neighbours(here, List.of(way(true)), meters, SILENCE);
        other = new Neighbours(there, List.of(way(false)), meters, SILENCE);
        one.start();
        other.start();
    }

    /** What is counted comes after both have been heard and all is quiet. */
    final void startBoth() {
        start();
        eventually(() -> heardHere.get() > 0 && heardThere.get() > 0);
        arrives();
        eventually(() -> {
            int before = heardThere.get();
            pause(300);
            return heardThere.get() == before;
        });
        heardHere.set(0);
        heardThere.set(0);
    }

    /** How many the other may have given, with two that were on their way: one now, and one when the counting began. */
    private static int signsOfLifeSince(long begun) {
        return 2
                + (int) ((System.nanoTime() - begun)
                        / SILENCE.dividedBy(SIGNS_OF_LIFE_IN_IT).toNanos());
    }

    /** What has been heard when nothing can come any more but what was on its way. */
    static int afterTheLast(AtomicInteger heard) {
        pause(300);
        return heard.get();
    }

    /** Rings here are heard there, from some moment on. */
    final void arrives() {
        var before = heardThere.get();
        eventually(() -> {
            here.ring();
            pause(50);
            return heardThere.get() >= before + 3;
        });
    }

    /** Longer than anybody who is heard is silent. */
    static void silence() {
        pause(SILENCE.toMillis() + 500);
    }

    static void eventually(BooleanSupplier claim) {
        boolean came = claim.getAsBoolean();
        for (int i = 0; i < 1_000 && !came; i++) {
            pause(20);
            came = claim.getAsBoolean();
        }
        assertThat(came).as("came true").isTrue();
    }

    static void pause(long millis) {
        Mono.delay(Duration.ofMillis(millis)).block();
    }

    private static AtomicInteger heard(Doorbell doorbell) {
        var count = new AtomicInteger();
        doorbell.rings().subscribe(ring -> count.incrementAndGet());
        return count;
    }
}
