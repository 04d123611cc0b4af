package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class RememberedTests {

    private final Queue<Sinks.One<String>> readings = new ArrayDeque<>();
    private final Remembered<String, String> remembered = new Remembered<>(Duration.ofMinutes(1), 10, key -> reading());

    @Test
    void oneReadingServesAllWhoWait() {
        var first = remembered.of("a").toFuture();
        var second = remembered.of("a").toFuture();

        answer("甲");

        assertThat(first).isCompletedWithValue("甲");
        assertThat(second).isCompletedWithValue("甲");
        assertThat(remembered.of("a").block()).isEqualTo("甲");
        assertThat(readings).isEmpty();
    }

    @Test
    void whoGoesAwayTakesItFromNobody() {
        var gone = remembered.of("a").subscribe();
        var waiting = remembered.of("a").toFuture();

        gone.dispose();
        answer("甲");

        assertThat(waiting).isCompletedWithValue("甲");
    }

    @Test
    void aReadingThatFailedIsDoneAgain() {
        var failed = remembered.of("a").toFuture();

        readings.remove().tryEmitError(new IllegalStateException("down"));
        var again = remembered.of("a").toFuture();
        answer("乙");

        assertThat(failed).isCompletedExceptionally();
        assertThat(again).isCompletedWithValue("乙");
    }

    /** Who asked goes away in the end; who asks next must not wait for an answer that never comes. */
    @Test
    void aReadingThatIsNotAnsweredIsDoneAgain() {
        try (var time = VirtualTime.begun()) {
            var unanswered = remembered.of("a").toFuture();
            time.passes(Duration.ofSeconds(6));
            assertThat(unanswered)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(TimeoutException.class);
        }
        readings.clear();
        var again = remembered.of("a").toFuture();
        answer("乙");

        assertThat(again).isCompletedWithValue("乙");
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        var old = remembered.of("a").toFuture();
        answer("旧");
        remembered.forget(Set.of("a"));

        StepVerifier.create(remembered.of("a"))
                .then(() -> answer("新"))
                .expectNext("新")
                .verifyComplete();
        assertThat(old).isCompletedWithValue("旧");
    }

    private Mono<String> reading() {
        var sink = Sinks.<String>one();
        readings.add(sink);
        return sink.asMono();
    }

    private void answer(String value) {
        readings.remove().tryEmitValue(value).orThrow();
    }
}
