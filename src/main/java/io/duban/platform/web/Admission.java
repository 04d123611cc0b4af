package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How many requests are in work at the same time. What comes in beyond that is refused at once and told when to come again: a queue nobody sees would
 * make every answer late, and the work done for those who have hung up meanwhile is lost (goal P8: after a spike the service is itself again within 10 s).
 * One caller gets only a share of the room, so that a partner's storm leaves some for the phones. Event streams and uploads are not counted: they take
 * minutes and have bounds of their own.
 */
@Component
class Admission {

    private final int atOnce;
    private final int perCaller;
    private final AtomicInteger inWork = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> ofCaller = new ConcurrentHashMap<>();
    private final Problems problems;
    private final Counter refusedInAll;
    private final Counter refusedToOne;

    Admission(AdmissionProperties room, Problems problems, MeterRegistry meters) {
        this.atOnce = room.atOnce();
        this.perCaller = room.perCaller();
        this.problems = problems;
        this.refusedInAll = meters.counter("duban.admission.refused", "room", "all");
        this.refusedToOne = meters.counter("duban.admission.refused", "room", "caller");
        meters.gauge("duban.admission.in.work", inWork);
    }

    /**
     * The answer, if there is room for it; else {@code E_WEB_UNAVAILABLE} where all room is taken and {@code E_WEB_TOO_MANY_REQUESTS} where the caller
     * has his share, both with {@code Retry-After}. Nothing of a refused request is carried out.
     */
    Mono<Void> admit(ServerWebExchange exchange, Mono<Void> answer) {
        return Mono.defer(() -> {
            var caller = caller(exchange);
            return enter(caller)
                    .map(refusal -> problems.write(refusal, exchange))
                    .orElseGet(() -> answer.doFinally(end -> leave(caller)));
        });
    }

    private Optional<Refusal> enter(String caller) {
        if (inWork.incrementAndGet() > atOnce) {
            inWork.decrementAndGet();
            refusedInAll.increment();
            return Optional.of(Refusal.of(
                    RefusalCode.E_WEB_UNAVAILABLE, "系统繁忙,请稍后重试。", "The service is busy; try again shortly."));
        }
        if (ofCaller.merge(caller, 1, Integer::sum) > perCaller) {
            leave(caller);
            refusedToOne.increment();
            return Optional.of(Refusal.of(
                    RefusalCode.E_WEB_TOO_MANY_REQUESTS,
                    "同时发来的请求过多,请稍后重试。",
                    "Too many requests at the same time; try again shortly."));
        }
        return Optional.empty();
    }

    private void leave(String caller) {
        ofCaller.computeIfPresent(caller, (same, count) -> count == 1 ? null : count - 1);
        inWork.decrementAndGet();
    }

    /** By token, before anybody looks into it: whoever has none shares with all who have none from the same address. */
    private static String caller(ServerWebExchange exchange) {
        var token = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            return token;
        }
        var address = exchange.getRequest().getRemoteAddress();
        return address == null ? "" : address.getHostString();
    }
}
