package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What holds for every operation before it is looked at: only parameters of the contract (a typo must not widen a query), no token in an
 * address, an answer within 10 s, no more requests at once than
 * there is room for, and no storing of answers by anybody but the caller.
 */
@Component
class RequestRules implements WebFilter, Ordered {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final ContractIndex contract;
    private final Admission admission;
    private final Openings openings;
    private final Problems problems;

    RequestRules(ContractIndex contract, Admission admission, Openings openings, Problems problems) {
        this.contract = contract;
        this.admission = admission;
        this.openings = openings;
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
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.VARY, "Authorization, On-Behalf-Of, Accept-Language, Accept-Encoding");
        var answer = chain.filter(exchange);
        if (operation.filter(Operation::stream).isPresent()) {
            return told(openings.inTurn(exchange, answer), exchange);
        }
        if (isUnbounded(operation, exchange)) {
            return answer;
        }
        return admission.admit(exchange, operation.isEmpty() ? answer : inTime(answer, exchange));
    }

    /** Other doors than the contract's say in their own form that it took too long. */
    private Mono<Void> inTime(Mono<Void> answer, ServerWebExchange exchange) {
        return told(answer.timeout(DEADLINE), exchange);
    }

    private Mono<Void> told(Mono<Void> answer, ServerWebExchange exchange) {
        return answer.onErrorResume(TimeoutException.class, late -> problems.write(Faults.toRefusal(late), exchange));
    }

    /** What takes minutes has bounds of its own; whoever asks how the product is must be told, also when it is busy. */
    private static boolean isUnbounded(Optional<Operation> operation, ServerWebExchange exchange) {
        return operation
                .map(Operation::upload)
                .orElseGet(() -> PROBES.contains(exchange.getRequest().getPath().value()));
    }

    private static Optional<Refusal> refused(Operation operation, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        if (query.containsKey("access_token")) {
            return Optional.of(
                    Refusal.invalid("access_token", "令牌不得放在网址中。", "A token does not belong into an address."));
        }
        return query.entrySet().stream()
                .filter(parameter -> !isWellFormed(operation, parameter.getKey(), parameter.getValue()))
                .findFirst()
                .map(parameter -> Refusal.invalid(
                        parameter.getKey(),
                        "参数 " + parameter.getKey() + " 无法识别:名称未定义、重复、为空或含有非法字符。",
                        "Parameter " + parameter.getKey()
                                + " is unknown, repeated, empty or holds a control character."));
    }

    /** Known, given once, and with a value: a typo or an empty filter must not widen a query. */
    private static boolean isWellFormed(Operation operation, String name, List<String> values) {
        return operation.queryParameters().contains(name)
                && values.size() == 1
                && values.get(0) != null
                && !values.get(0).isBlank()
                && values.get(0).chars().noneMatch(Character::isISOControl)
                && StrictValues.isKeepable(values.get(0));
    }
}
