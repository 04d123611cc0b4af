package io.duban.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Beside Spring Security's own converter, which it stands in for. */
class BearerHeaderTests {

    private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.AZaz09-._~+/";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "BEARER a"})
    void takesTheTokenThatSpringSecurityTakes(String header) {
        var token = ((BearerTokenAuthenticationToken) ours(header).block()).getToken();

        assertThat(token)
                .isEqualTo(((BearerTokenAuthenticationToken) springs(header).block()).getToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "DPoP " + TOKEN, "", "Bear"})
    void leavesOtherSchemesToOthers(String header) {
        StepVerifier.create(springs(header)).verifyComplete();
        StepVerifier.create(ours(header)).verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer  " + TOKEN,
                "Bearer a b",
                "Bearer a,b",
                "Bearer 令牌",
                "Bearer\t" + TOKEN,
                "Bearer" + TOKEN
            })
    void refusesWhatIsNoToken(String header) {
        StepVerifier.create(springs(header)).verifyError(OAuth2AuthenticationException.class);
        StepVerifier.create(ours(header)).verifyError(OAuth2AuthenticationException.class);
    }

    /** Spring Security takes it; to us the same caller would be two. */
    @Test
    void refusesAnotherSpellingOfATokenByPadding() {
        StepVerifier.create(ours("Bearer " + TOKEN + "=")).verifyError(OAuth2AuthenticationException.class);
    }

    @Test
    void aRequestWithoutHeaderHasNoToken() {
        StepVerifier.create(new BearerHeader().convert(MockServerWebExchange.from(MockServerHttpRequest.get("/"))))
                .verifyComplete();
    }

    private static Mono<Authentication> ours(String header) {
        return new BearerHeader().convert(exchange(header));
    }

    private static Mono<Authentication> springs(String header) {
        return new ServerBearerTokenAuthenticationConverter().convert(exchange(header));
    }

    private static MockServerWebExchange exchange(String header) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").header(HttpHeaders.AUTHORIZATION, header));
    }
}
