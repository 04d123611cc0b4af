package io.duban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTests {

    private static final IOException HUNG_UP =
            new IOException("sendAddress(..) failed with error(-104): Connection reset by peer");

    private final ProblemAdvice advice =
            new ProblemAdvice(new Problems(JsonMapper.builder().build(), List.of()));
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/events"));

    @Test
    void aPhoneThatHangsUpWhileItIsAnsweredIsNoFaultOfOurs(CapturedOutput output) {
        exchange.getResponse().setComplete().block();
        StepVerifier.create(advice.handle(exchange, HUNG_UP))
                .verifyErrorSatisfies(fault -> assertThat(fault).isSameAs(HUNG_UP));
        assertThat(output).doesNotContain("Answered 500");
    }

    @Test
    void anyOtherFaultInTheMiddleOfAnAnswerIsRecorded(CapturedOutput output) {
        exchange.getResponse().setComplete().block();
        StepVerifier.create(advice.handle(exchange, new IOException("Input/output error")))
                .verifyError(Refusal.class);
        assertThat(output).contains("Answered 500");
    }

    @Test
    void aFaultBeforeTheAnswerIsToldInIt() {
        StepVerifier.create(advice.handle(exchange, new IllegalStateException()))
                .verifyComplete();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
