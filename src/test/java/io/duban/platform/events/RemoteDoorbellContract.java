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

        here.ring();

        eventually(() -> heardThere.get() > 0);
        pause(300);
        assertThat(heardHere.get())
                .as("its own ring and a sign of life, and no echo, which would not end")
                .isBetween(1, 3);
        assertThat(heardThere.get()).isBetween(1, 3);
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
        assertThat(meters.get("duban.doorbell.connected").gauges())
                .allSatisfy(gauge -> assertThat(gauge.value()).isEqualTo(1));
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
