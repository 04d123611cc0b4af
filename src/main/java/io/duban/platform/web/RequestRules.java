package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What holds for every operation before it is looked at: only parameters of the contract (a typo must not widen a query), no token in an
 * address, an answer within 10 s, and no storing of answers by anybody but the caller.
 */
@Component
class RequestRules implements WebFilter, Ordered {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ContractIndex contract;
    private final Problems problems;

    RequestRules(ContractIndex contract, Problems problems) {
        this.contract = contract;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var operation = contract.find(exchange.getRequest());
        var refusal = operation.flatMap(known -> refused(known, exchange));
        if (refusal.isPresent()) {
            return problems.write(refusal.get(), exchange);
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        exchange.getResponse().getHeaders().set(HttpHeaders.VARY, "Authorization, Accept-Language");
        var answer = chain.filter(exchange);
        if (operation.isEmpty() || operation.get().stream() || isUpload(exchange)) {
            return answer;
        }
        return answer.timeout(DEADLINE)
                .onErrorResume(
                        java.util.concurrent.TimeoutException.class,
                        late -> problems.write(Faults.toRefusal(late), exchange));
    }

    private static Optional<Refusal> refused(Operation operation, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        if (query.containsKey("access_token")) {
            return Optional.of(
                    Refusal.invalid("access_token", "令牌不得放在网址中。", "A token does not belong into an address."));
        }
        return query.keySet().stream()
                .filter(name -> !operation.queryParameters().contains(name))
                .findFirst()
                .map(name -> Refusal.invalid(name, "不认识的参数 " + name + "。", "Unknown parameter " + name + "."));
    }

    /** A photo over a village's network may take minutes; its size is what is limited. */
    private static boolean isUpload(ServerWebExchange exchange) {
        var type = exchange.getRequest().getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && !type.startsWith("application/json");
    }
}
