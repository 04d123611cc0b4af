package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A head and its parts are of one moment. */
class UntornTests {

    private record Head(UUID id, long version) implements Versioned {}

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void readsAnewWhatMovedWhileItsPartsWereRead() {
        var moving = Mono.fromSupplier(() -> head(Math.min(2, readings.incrementAndGet())));
        StepVerifier.create(Untorn.read(moving, Mono.just(head(2))))
                .assertNext(read -> assertThat(read.version()).isEqualTo(2))
                .verifyComplete();
        assertThat(readings).hasValue(2);
    }

    @Test
    void readsOnceWhatStoodStill() {
        var still = Mono.fromSupplier(() -> head(readings.incrementAndGet()));
        StepVerifier.create(Untorn.read(still, Mono.just(head(1))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(readings).hasValue(1);
    }

    private static Head head(long version) {
        return new Head(new UUID(0, 1), version);
    }
}
