package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class FollowingTests {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** A log whose database answers as it is told to here. */
    private static final class Told extends EventLog {

        private final Mono<Boolean> goesOn;
        private final Mono<List<LoggedEvent>> page;

        Told(Mono<Boolean> goesOn, Mono<List<LoggedEvent>> page) {
            super((DatabaseClient) null);
            this.goesOn = goesOn;
            this.page = page;
        }

        @Override
        Mono<Boolean> goesOnAfter(LogPosition position) {
            return goesOn;
        }

        @Override
        public Mono<List<LoggedEvent>> after(LogPosition position, int limit) {
            return page;
        }

        @Override
        public Mono<List<LoggedEvent>> after(LogPosition position, Duration window, int limit) {
            return page;
        }
    }

    /** Its first bytes came, and then the network died: else no event would ever reach a phone of this instance again. */
    @Test
    void failsWhenAPageNeverComesToItsEnd() {
        failsInTime(following(Mono.just(true), Mono.never()));
    }

    @Test
    void failsWhenItIsNeverToldWhetherTheLogGoesOn() {
        failsInTime(following(Mono.never(), Mono.just(List.of())));
    }

    @Test
    void goesOnForEverWhereNothingHappens() {
        goesOnInSilence(following(Mono.just(false), Mono.just(List.of())));
    }

    /** Three seconds are what the server lets a statement take. */
    @Test
    void waitsForAnswersThatTakeTheirTime() {
        goesOnInSilence(following(
                Mono.defer(() -> Mono.delay(Duration.ofSeconds(3))).thenReturn(true),
                Mono.defer(() -> Mono.delay(Duration.ofSeconds(3))).thenReturn(List.of())));
    }

    /** As a machine does now and then, in the middle of a ring; meanwhile the ticks go on. */
    @Test
    void goesOnAfterWhoeverRangStoodStill() {
        var teller = Thread.currentThread();
        var standsStill = new AtomicBoolean(true);
        var page = Mono.fromCallable(() -> {
            if (Thread.currentThread() == teller && standsStill.getAndSet(false)) {
                Thread.sleep(500);
            }
            return List.<LoggedEvent>of();
        });
        var rings = Sinks.many().multicast().<Integer>directBestEffort();
        var end = new Following(new Told(Mono.just(false), page), LogPosition.START)
                .pages(rings.asFlux(), Duration.ofMillis(1))
                .then()
                .toFuture();

        Awaitility.await().pollInSameThread().until(() -> {
            rings.tryEmitNext(1);
            return !standsStill.get();
        });

        assertThat(end).isNotDone();
        end.cancel(true);
    }

    private static void failsInTime(Flux<List<LoggedEvent>> following) {
        try (var time = VirtualTime.begun()) {
            var end = following.then().toFuture();
            time.passes(Duration.ofSeconds(11));
            assertThat(end).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(TimeoutException.class);
        }
    }

    private static void goesOnInSilence(Flux<List<LoggedEvent>> following) {
        try (var time = VirtualTime.begun()) {
            var first = following.next().toFuture();
            time.passes(Duration.ofMinutes(10));
            assertThat(first).isNotDone();
        }
    }

    private static Flux<List<LoggedEvent>> following(Mono<Boolean> goesOn, Mono<List<LoggedEvent>> page) {
        return Flux.defer(() -> new Following(new Told(goesOn, page), LogPosition.START).pages(Flux.never(), POLL));
    }
}
