package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sees every refusal before it is answered, to keep those that must be counted or told; the answer stays as it is. */
public interface RefusalWitness {

    /** Completes when it is kept, within seconds and never with an error. */
    Mono<Void> sees(Refusal refusal, ServerWebExchange exchange);
}
