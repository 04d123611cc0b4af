package io.duban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every door has to do with the room for requests, also one that is not of the contract; but for what takes minutes, and the probes. */
class RequestRulesTests {

    private final Problems problems = new Problems(JsonMapper.builder().build(), List.of());
    private final RequestRules rules = new RequestRules(
            new ContractIndex(),
            new Admission(new AdmissionProperties(1, 1), problems, new SimpleMeterRegistry()),
            new Openings(16),
            problems);

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/open311/v2/requests.json", "/docs", "/nowhere"})
    void isRefusedWhereThereIsNoRoom(String path) {
        comes("/v1/me", Mono.never());
        var refused = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        var carriedOut = new AtomicBoolean();
        rules.filter(refused, exchange -> Mono.fromRunnable(() -> carriedOut.set(true)))
                .subscribe();
        assertThat(refused.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(carriedOut).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/v1/events"})
    void isAnsweredHoweverBusyItIs(String path) {
        comes("/v1/me", Mono.never());
        assertThat(comes(path, Mono.empty())).isTrue();
    }

    @Test
    void aStreamTakesNoRoom() {
        comes("/v1/events", Mono.never());
        assertThat(comes("/v1/me", Mono.empty())).isTrue();
    }

    /** Whether it was carried out. */
    private boolean comes(String path, Mono<Void> answer) {
        var carriedOut = new AtomicBoolean();
        rules.filter(
                        MockServerWebExchange.from(MockServerHttpRequest.get(path)),
                        exchange -> Mono.defer(() -> {
                            carriedOut.set(true);
                            return answer;
                        }))
                .subscribe();
        return carriedOut.get();
    }
}
