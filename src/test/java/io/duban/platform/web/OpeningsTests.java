package io.duban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class OpeningsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Openings openings = new Openings(2);

    @Test
    void opensAsManyAtOnceAsThereIsRoomForAndTheOthersInTurn() {
        var phones = IntStream.range(0, 4).mapToObj(i -> new Phone()).toList();

        assertThat(begun(phones)).containsExactly(true, true, false, false);
        phones.get(1).answer.tryEmitEmpty();

        Awaitility.await().untilAsserted(() -> assertThat(begun(phones)).containsExactly(true, true, true, false));
    }

    /** An open stream goes on for minutes. */
    @Test
    void whoHasHisHeadLetsTheNextIn() {
        var phones = List.of(new Phone(), new Phone(), new Phone());

        phones.get(0).exchange.getResponse().setComplete().block();

        Awaitility.await().untilAsserted(() -> assertThat(phones.get(2).begun).hasValue(1));
        assertThat(phones.get(0).line.isDisposed()).isFalse();
    }

    @Test
    void whoFailsLetsTheNextIn() {
        var phones = List.of(new Phone(), new Phone(), new Phone());

        phones.get(0).answer.tryEmitError(new IllegalStateException("no database"));

        Awaitility.await().untilAsserted(() -> assertThat(phones.get(2).begun).hasValue(1));
    }

    @Test
    void whoHangsUpWhileHeWaitsIsPassedOver() {
        var phones = List.of(new Phone(), new Phone(), new Phone(), new Phone());

        phones.get(2).line.dispose();
        phones.get(0).line.dispose();

        Awaitility.await().untilAsserted(() -> assertThat(phones.get(3).begun).hasValue(1));
        assertThat(phones.get(2).begun).hasValue(0);
    }

    @Test
    void headEndAndHangUpOfOneGiveOnePlaceOnly() {
        var phones = IntStream.range(0, 5).mapToObj(i -> new Phone()).toList();

        phones.get(0).exchange.getResponse().setComplete().block();
        phones.get(0).answer.tryEmitEmpty();
        phones.get(0).line.dispose();

        Awaitility.await()
                .untilAsserted(() -> assertThat(begun(phones)).containsExactly(true, true, true, false, false));
    }

    @Test
    void whoHasNoHeadInTimeIsToldSoAndLetsTheNextIn() {
        var next = new AtomicInteger();
        try (var time = VirtualTime.begun()) {
            var both = Mono.when(
                            openings.inTurn(exchange(), Mono.never()).onErrorComplete(TimeoutException.class),
                            openings.inTurn(exchange(), Mono.never()).onErrorComplete(TimeoutException.class))
                    .toFuture();
            time.passes(Duration.ofSeconds(11));
            assertThat(both).isCompleted();
        }

        openings.inTurn(exchange(), Mono.fromRunnable(next::incrementAndGet)).block(PATIENCE);
        assertThat(next).hasValue(1);
    }

    @Test
    void whoHasHisHeadIsNeverCut() {
        var open = exchange();
        try (var time = VirtualTime.begun()) {
            var stream =
                    openings.inTurn(open, answeredBy(open).then(Mono.never())).toFuture();
            time.passes(Duration.ofHours(1));
            assertThat(stream).isNotDone();
        }
    }

    /** Sixteen every ten seconds would tell the last of a thousand after ten minutes. */
    @Test
    void whenNobodyCanBeServedAllWhoWaitAreTold() {
        try (var time = VirtualTime.begun()) {
            var all = Flux.range(0, 1_000)
                    .flatMap(
                            i -> openings.inTurn(exchange(), Mono.never()).onErrorComplete(TimeoutException.class),
                            1_000)
                    .then()
                    .toFuture();
            time.passes(Duration.ofSeconds(21));
            assertThat(all).isCompleted();
        }
    }

    /** One dead connection of many is no dead network. */
    @Test
    void whoWaitsGoesOnWaitingWhileOthersAreServed() {
        var served = new AtomicInteger();
        try (var time = VirtualTime.begun()) {
            var slow = exchange();
            var all = Mono.when(
                            openings.inTurn(exchange(), Mono.never()).onErrorComplete(TimeoutException.class),
                            openings.inTurn(
                                            slow,
                                            Mono.delay(Duration.ofSeconds(9))
                                                    .then(answeredBy(slow))
                                                    .then(Mono.never()))
                                    .take(Duration.ofSeconds(30)),
                            openings.inTurn(exchange(), servedIn5s(served)),
                            openings.inTurn(exchange(), servedIn5s(served)))
                    .toFuture();
            time.passes(Duration.ofSeconds(31));
            assertThat(all).isCompleted();
        }
        assertThat(served).hasValue(2);
    }

    @Test
    void aFaultThatIsToldAfterALongTimeIsSuchASign() {
        try (var time = VirtualTime.begun()) {
            var all = Flux.range(0, 100)
                    .flatMap(i -> failingIn5s().onErrorComplete(TimeoutException.class), 100)
                    .then()
                    .toFuture();
            time.passes(Duration.ofSeconds(11));
            assertThat(all).isCompleted();
        }
    }

    private static Mono<Void> servedIn5s(AtomicInteger served) {
        return Mono.delay(Duration.ofSeconds(5))
                .doOnNext(now -> served.incrementAndGet())
                .then();
    }

    private Mono<Void> failingIn5s() {
        var exchange = exchange();
        return openings.inTurn(exchange, Mono.delay(Duration.ofSeconds(5)).then(Mono.defer(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            return exchange.getResponse().setComplete();
        })));
    }

    /** However they end, and however many at once: never more inside than there is room for, and none is left behind. */
    @Property(tries = 30)
    void allWhoStayAreServedAndNeverTooManyAtOnce(@ForAll long seed) {
        var openings = new Openings(3);
        var random = new Random(seed);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        var lots = IntStream.range(0, 200).mapToObj(i -> random.nextInt(4)).toList();

        Flux.fromIterable(lots)
                .flatMap(
                        lot -> {
                            var answer = Mono.fromRunnable(
                                            () -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
                                    .then(Mono.defer(() -> {
                                        served.incrementAndGet();
                                        inside.decrementAndGet();
                                        return lot == 1
                                                ? Mono.<Void>error(new IllegalStateException())
                                                : Mono.<Void>empty();
                                    }));
                            var one = openings.inTurn(exchange(), answer)
                                    .onErrorComplete()
                                    .subscribeOn(Schedulers.parallel());
                            return lot == 2 ? one.timeout(Mono.empty()).onErrorComplete() : one;
                        },
                        200)
                .blockLast(Duration.ofMinutes(1));

        var stayed = (int) lots.stream().filter(lot -> lot != 2).count();
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(served.get()).isGreaterThanOrEqualTo(stayed);
        var after = new AtomicInteger();
        Flux.range(0, 3)
                .flatMap(i -> openings.inTurn(exchange(), Mono.fromRunnable(after::incrementAndGet)))
                .blockLast(Duration.ofMinutes(1));
        assertThat(after).hasValue(3);
    }

    private static List<Boolean> begun(List<Phone> phones) {
        var begun = new ArrayList<Boolean>();
        phones.forEach(phone -> begun.add(phone.begun.get() > 0));
        return begun;
    }

    private static Mono<Void> answeredBy(MockServerWebExchange exchange) {
        return Mono.defer(() -> exchange.getResponse().setComplete());
    }

    private static MockServerWebExchange exchange() {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/v1/events"));
    }

    /** One that asks for its stream. */
    private final class Phone {

        private final MockServerWebExchange exchange = exchange();
        private final AtomicInteger begun = new AtomicInteger();
        private final Sinks.Empty<Void> answer = Sinks.empty();
        private final Disposable line = openings.inTurn(
                        exchange, answer.asMono().doOnSubscribe(asked -> begun.incrementAndGet()))
                .subscribe(nothing -> {}, fault -> {});
    }
}
