package io.duban.platform.identity;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Another way than a bearer token to say who sends a request; made by the part of the platform that gives such credentials out. */
public interface RequestCredential {

    /**
     * The officer the request speaks for; empty when it carries no credential of this kind.
     *
     * @throws org.springframework.security.core.AuthenticationException as the error signal, when it carries one that is not good
     */
    Mono<OfficerToken> read(ServerWebExchange exchange);
}
