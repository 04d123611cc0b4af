package io.duban.platform.identity;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token in {@code Authorization: Bearer} (RFC 6750, section 2.1), looked at letter by letter: a pattern costs more than all else that is asked about a
 * known token. Padding is not taken, since a signed token has none (RFC 7515, section 2) and the same token must not come in two spellings.
 */
final class BearerHeader implements ServerAuthenticationConverter {

    private static final String SCHEME = "Bearer";

    /** Empty where the header is missing or names another scheme; an {@link OAuth2AuthenticationException} where it holds no token. */
    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.empty();
        }
        return isToken(header)
                ? Mono.just(new BearerTokenAuthenticationToken(header.substring(SCHEME.length() + 1)))
                : Mono.error(new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("no bearer token")));
    }

    private static boolean isToken(String header) {
        var first = SCHEME.length() + 1;
        if (header.length() <= first || header.charAt(SCHEME.length()) != ' ') {
            return false;
        }
        for (int i = first; i < header.length(); i++) {
            if (!isOfToken(header.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfToken(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || "-._~+/".indexOf(letter) >= 0;
    }
}
