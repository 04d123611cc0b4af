package io.duban.platform.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Papers are printed on threads of their own, a few at a time. */
class TypesettingTests {

    private final Typesetting typesetting = new Typesetting(TypesettingSettings.OWN_FACES, 2, 32);

    @AfterEach
    void close() {
        typesetting.close();
    }

    @Test
    void printsTwentyAtOnceAllAlike() {
        var printed = Flux.range(0, 20)
                .flatMap(paper -> typesetting.pdf(Papers.issued()), 20)
                .collectList()
                .block(Duration.ofMinutes(1));

        assertThat(printed).hasSize(20).allSatisfy(pdf -> assertThat(pdf).isEqualTo(printed.get(0)));
    }

    @Test
    void tellsWhomItCannotTakeToComeBack() {
        var small = new Typesetting(TypesettingSettings.OWN_FACES, 1, 1);
        var refused = new ArrayList<String>();

        Flux.range(0, 8)
                .flatMap(
                        paper -> small.pdf(Papers.issued()).onErrorResume(Refusal.class, refusal -> {
                            refused.add(refusal.code().name());
                            return Mono.empty();
                        }),
                        8)
                .blockLast(Duration.ofMinutes(1));

        assertThat(refused).isNotEmpty().containsOnly("E_WEB_UNAVAILABLE");
        small.close();
    }

    @Test
    void doesNotBlockWhoAsks() {
        var onAThreadThatMustNotBlock = Mono.defer(() -> typesetting.pdf(Papers.upward()))
                .subscribeOn(Schedulers.parallel())
                .map(TypesettingTests::pages);

        StepVerifier.create(onAThreadThatMustNotBlock.publishOn(Schedulers.boundedElastic()))
                .expectNext(4)
                .verifyComplete();
    }

    @Test
    void streamsTheSameBytes() {
        var pdf = typesetting.pdf(Papers.letter()).block(Duration.ofMinutes(1));

        StepVerifier.create(typesetting.content(Papers.letter()).map(buffer -> buffer.readableByteCount()))
                .expectNext(pdf.length)
                .verifyComplete();
    }

    private static int pages(byte[] pdf) {
        try {
            return Print.of(pdf).pages();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
