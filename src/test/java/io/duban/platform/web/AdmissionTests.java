package io.duban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** Whoever comes when all room is taken is told so at once, and nothing is done for him. */
class AdmissionTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(
            new AdmissionProperties(3, 2), new Problems(JsonMapper.builder().build(), List.of()), meters);

    @Test
    void oneTooManyIsRefusedUntilAnotherHasItsAnswer() {
        var first = Sinks.<Void>one();
        comes("a", first.asMono());
        comes("b", Mono.never());
        comes("c", Mono.never());
        assertThat(comes("d", Mono.empty())).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        first.tryEmitEmpty();
        assertThat(comes("d", Mono.empty())).isNull();
        assertThat(meters.counter("duban.admission.refused", "room", "all").count())
                .isEqualTo(1);
    }

    @Test
    void oneCallerLeavesRoomForTheOthers() {
        comes("partner", Mono.never());
        comes("partner", Mono.never());
        assertThat(comes("partner", Mono.empty())).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(comes("leader", Mono.empty())).isNull();
        assertThat(meters.counter("duban.admission.refused", "room", "caller").count())
                .isEqualTo(1);
    }

    @Test
    void whoHangsUpOrFailsLeavesHisRoomFree() {
        for (int time = 0; time < 10; time++) {
            admission.admit(exchange("a"), Mono.never()).subscribe().dispose();
            admission
                    .admit(exchange("a"), Mono.error(new IllegalStateException()))
                    .onErrorComplete()
                    .subscribe();
        }
        assertThat(comes("a", Mono.empty())).isNull();
        assertThat(meters.get("duban.admission.in.work").gauge().value()).isZero();
    }

    @Test
    void aRefusedRequestIsNotCarriedOut() {
        comes("a", Mono.never());
        comes("b", Mono.never());
        comes("c", Mono.never());
        var carriedOut = new AtomicBoolean();
        comes("d", Mono.fromRunnable(() -> carriedOut.set(true)));
        assertThat(carriedOut).isFalse();
    }

    @Test
    void whoIsRefusedIsToldWhenToComeAgain() {
        comes("a", Mono.never());
        comes("a", Mono.never());
        var exchange = exchange("a");
        admission.admit(exchange, Mono.empty()).block();
        assertThat(Integer.valueOf(exchange.getResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER)))
                .isBetween(1, 4);
    }

    /** The status of the refusal; null when it was let in. */
    private org.springframework.http.HttpStatusCode comes(String caller, Mono<Void> answer) {
        var exchange = exchange(caller);
        admission.admit(exchange, answer).subscribe();
        return exchange.getResponse().getStatusCode();
    }

    private static MockServerWebExchange exchange(String caller) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/v1/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + caller));
    }
}
