package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.journey.SignIn;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClientCredentialsTests {

    private final Caller caller = new Caller();

    @Test
    void thirdPartyActsAsItsPerson() {
        JsonNode token = Caller.json(ask(RunningServer.SECRET, "ticket:register"));
        JsonNode claims = Caller.part(token.path("access_token"), 1);

        assertThat(claims.path("sub").asString()).isEqualTo(RunningServer.HOTLINE.toString());
        assertThat(claims.path("client_id").asString()).isEqualTo("hotline-12345");
        assertThat(claims.path("scope").asString()).isEqualTo("ticket:register");
        assertThat(claims.path("aud").asString()).isEqualTo("duban");
        assertThat(token.has("refresh_token")).isFalse();
    }

    @Test
    void wrongSecretIsRefused() {
        var refused = ask("wrong", "ticket:register");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Caller.json(refused).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void onlyItsOwnScopesAreGiven() {
        var refused = ask(RunningServer.SECRET, "ticket:register document:sign");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).path("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void thirdPartyCannotLogPeopleIn() {
        assertThat(caller.authorize(Map.of("client_id", "hotline-12345")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void introspectionReadsOurTokens() {
        String token = Caller.json(ask(RunningServer.SECRET, "ticket:read"))
                .path("access_token")
                .asString();
        JsonNode seen = Caller.json(caller.post(
                "/oauth2/introspect", Map.of("token", token), "Authorization", basic(RunningServer.SECRET)));

        assertThat(seen.path("active").asBoolean()).isTrue();
        assertThat(seen.path("scope").asString()).isEqualTo("ticket:read");
    }

    @Test
    void journeySignsInAsThirdParty() {
        var bearer = new SignIn(RunningServer.INSTANCE.issuer())
                .partner("hotline-12345", RunningServer.SECRET, "ticket:register", "ticket:read");

        assertThat(bearer.accessToken()).isNotEqualTo(bearer.renew().accessToken());
    }

    private HttpResponse<String> ask(String secret, String scope) {
        return caller.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", scope),
                "Authorization",
                basic(secret));
    }

    private static String basic(String secret) {
        byte[] pair = ("hotline-12345:" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
