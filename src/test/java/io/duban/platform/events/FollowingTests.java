package io.duban.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FollowingTests {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
        StepVerifier.withVirtualTime(() -> following(Mono.just(true), Mono.never()))
                .thenAwait(Duration.ofSeconds(11))
                .expectError(TimeoutException.class)
                .verify(PATIENCE);
    }

    @Test
    void failsWhenItIsNeverToldWhetherTheLogGoesOn() {
        StepVerifier.withVirtualTime(() -> following(Mono.never(), Mono.just(List.of())))
                .thenAwait(Duration.ofSeconds(11))
                .expectError(TimeoutException.class)
                .verify(PATIENCE);
    }

    @Test
    void goesOnForEverWhereNothingHappens() {
        StepVerifier.withVirtualTime(() -> following(Mono.just(false), Mono.just(List.of())))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(10))
                .thenCancel()
                .verify(PATIENCE);
    }

    /** Three seconds are what the server lets a statement take. */
    @Test
    void waitsForAnswersThatTakeTheirTime() {
        StepVerifier.withVirtualTime(() -> following(
                        Mono.delay(Duration.ofSeconds(3)).thenReturn(true),
                        Mono.delay(Duration.ofSeconds(3)).thenReturn(List.of())))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(10))
                .thenCancel()
                .verify(PATIENCE);
    }

    private static Flux<List<LoggedEvent>> following(Mono<Boolean> goesOn, Mono<List<LoggedEvent>> page) {
        return new Following(new Told(goesOn, page), LogPosition.START).pages(Flux.never(), POLL);
    }
}
