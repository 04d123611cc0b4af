package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuthorizationCodeTests {

    private final RunningServer server = RunningServer.INSTANCE;
    private final Caller caller = new Caller();

    @Test
    void personReachesTheApplicationThroughTheLogInPage() {
        var sent = caller.authorize(Map.of());
        var back = caller.get(Caller.location(caller.logIn("clerk", RunningServer.PASSWORD)));

        assertThat(Caller.location(sent)).endsWith("/login");
        assertThat(Caller.location(back)).startsWith(Caller.PHONE + "?");
        assertThat(Caller.query(back))
                .containsEntry("state", "a state/with?signs")
                .containsEntry("iss", server.issuer().toString())
                .containsKey("code");
    }

    @Test
    void accessTokenFollowsRfc9068() {
        JsonNode token = caller.signIn("clerk").path("access_token");
        JsonNode header = Caller.part(token, 0);
        JsonNode claims = Caller.part(token, 1);

        assertThat(header.path("typ").asString()).isEqualTo("at+jwt");
        assertThat(header.path("alg").asString()).isEqualTo("ES256");
        assertThat(claims.path("iss").asString()).isEqualTo(server.issuer().toString());
        assertThat(claims.path("sub").asString()).isEqualTo(RunningServer.CLERK.toString());
        assertThat(claims.path("aud").asString()).isEqualTo("duban");
        assertThat(claims.path("client_id").asString()).isEqualTo("duban-phone");
        assertThat(claims.path("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "profile", "office");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.has("jti")).isTrue();
    }

    @Test
    void idTokenNamesThePerson() {
        JsonNode token = caller.signIn("clerk").path("id_token");
        JsonNode claims = Caller.part(token, 1);

        assertThat(Caller.part(token, 0).path("alg").asString()).isEqualTo("ES256");
        assertThat(claims.path("aud").asString()).isEqualTo("duban-phone");
        assertThat(claims.path("name").asString()).isEqualTo("张伟");
        assertThat(claims.path("preferred_username").asString()).isEqualTo("clerk");
    }

    @Test
    void userInfoKnowsTheBearer() {
        String token = caller.signIn("clerk").path("access_token").asString();
        JsonNode person = Caller.json(caller.get("/userinfo", "Authorization", "Bearer " + token));

        assertThat(person.path("sub").asString()).isEqualTo(RunningServer.CLERK.toString());
        assertThat(person.path("name").asString()).isEqualTo("张伟");
    }

    @Test
    void secondApplicationNeedsNoSecondLogIn() {
        caller.signIn("clerk");
        var back = caller.authorize(
                Map.of("client_id", "duban-desktop", "redirect_uri", "http://localhost:8080/login/callback"));

        assertThat(Caller.query(back)).containsKey("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:51234/callback", "cn.duban.app:/callback"})
    void nativeApplicationsMayUseAnyLoopbackPortOrTheirOwnScheme(String redirect) {
        caller.signIn("clerk");

        assertThat(Caller.location(caller.authorize(Map.of("redirect_uri", redirect))))
                .startsWith(redirect + "?code=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8085/callback/more",
                "http://127.0.0.1:8085/callback?x=1",
                "https://evil.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "cn.duban.app:/elsewhere"
            })
    void otherRedirectUriIsRefusedWithoutGoingThere(String redirect) {
        var page = caller.authorize(Map.of("redirect_uri", redirect));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("请求无效").doesNotContain("evil");
    }

    @Test
    void requestWithoutPkceIsRefused() {
        var back = caller.authorize(Map.of("code_challenge", "", "code_challenge_method", ""));

        assertThat(Caller.query(back)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void plainPkceIsRefused() {
        var back = caller.authorize(Map.of("code_challenge", Caller.VERIFIER, "code_challenge_method", "plain"));

        assertThat(Caller.query(back))
                .containsEntry("error", "invalid_request")
                .containsEntry("iss", server.issuer().toString());
    }

    @Test
    void codeIsWorthNothingWithoutItsVerifier() {
        caller.authorize(Map.of());
        var back = caller.get(Caller.location(caller.logIn("clerk", RunningServer.PASSWORD)));
        var refused = caller.exchange(Caller.query(back).get("code"), Map.of("code_verifier", "x".repeat(43)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void codeWorksOnce() {
        caller.authorize(Map.of());
        var back = caller.get(Caller.location(caller.logIn("clerk", RunningServer.PASSWORD)));
        String code = Caller.query(back).get("code");

        JsonNode first = Caller.json(caller.exchange(code, Map.of()));
        assertThat(caller.exchange(code, Map.of()).statusCode()).isEqualTo(400);
        assertThat(caller.refresh(first.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void loggingOutEndsTheSessionAndLeadsBackToTheApplication() {
        String idToken = caller.signIn("clerk").path("id_token").asString();
        var out = caller.get("/connect/logout?post_logout_redirect_uri=cn.duban.app:/signed-out&client_id=duban-phone"
                + "&id_token_hint=" + idToken);

        assertThat(Caller.location(out)).isEqualTo("cn.duban.app:/signed-out");
        assertThat(Caller.location(caller.authorize(Map.of()))).endsWith("/login");
    }

    @Test
    void loggingOutWithAnUnknownTokenIsRefusedInWords() {
        var page = caller.get("/connect/logout?id_token_hint=unknown");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("请求无效");
    }
}
