package io.duban.platform.web;

import java.util.Objects;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/**
 * How much one connection of HTTP/2 may have open at once: by itself the server sets no limit, and a single client could have any number of requests in work. A client
 * that has more to ask waits, or takes another connection; nothing is refused.
 */
@Component
class Http2Limits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory>, Ordered {

    /** No less, so as not to hold up anybody (RFC 9113 section 6.5.2); a phone needs one for its stream and few for the rest. */
    private static final long STREAMS = 100;

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        if (factory.getHttp2() != null && factory.getHttp2().isEnabled()) {
            factory.addServerCustomizers(Http2Limits::limited);
        }
    }

    /** After Spring Boot's own, which sets how long the head of a request may be: who sets one of them sets all. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static HttpServer limited(HttpServer server) {
        var head = Objects.requireNonNull(server.configuration().http2SettingsSpec())
                .maxHeaderListSize();
        return server.http2Settings(settings ->
                settings.maxHeaderListSize(Objects.requireNonNull(head)).maxConcurrentStreams(STREAMS));
    }
}
