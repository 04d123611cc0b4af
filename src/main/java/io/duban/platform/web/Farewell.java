package io.duban.platform.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Between the moment {@code /readyz} says 503 and the one the door closes: whoever sends us requests needs a while to notice the first, and every
 * connection that is closed with its answer is one that is not reset by the second.
 */
@Component
class Farewell implements SmartLifecycle, WebFilter {

    /** For connections of HTTP/2 on which something is in work all the time; the server tells them when it closes its door. */
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Duration notice;
    private final GoAway goAway;
    private volatile boolean leaving;
    private volatile boolean running;

    /** @param notice none for an instance that stands alone: nobody else could be asked meanwhile */
    Farewell(@Value("${duban.shutdown-notice}") Duration notice, GoAway goAway) {
        this.notice = notice;
        this.goAway = goAway;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (leaving) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return chain.filter(exchange);
    }

    @Override
    public void start() {
        leaving = false;
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        leaving = true;
        running = false;
        Mono.when(Mono.delay(notice), goAway.tell().take(GOODBYE))
                .doFinally(over -> done.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server is asked to stop. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
