package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.journey.SignIn;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshTests {

    private final RunningServer server = RunningServer.INSTANCE;
    private final Caller caller = new Caller();

    @Test
    void refreshingGivesAnotherRefreshToken() {
        String first = refreshToken("clerk");
        var next = Caller.json(caller.refresh(first));

        assertThat(next.path("access_token").asString()).isNotEmpty();
        assertThat(next.path("refresh_token").asString()).isNotEqualTo(first).hasSizeGreaterThan(100);
    }

    @Test
    void spentRefreshTokenRevokesTheFamily() {
        String first = refreshToken("clerk");
        String second = Caller.json(caller.refresh(first)).path("refresh_token").asString();

        assertThat(caller.refresh(first).statusCode()).isEqualTo(400);
        var afterwards = caller.refresh(second);
        assertThat(afterwards.statusCode()).isEqualTo(400);
        assertThat(Caller.json(afterwards).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void evenTheOldestSpentTokenRevokesTheFamily() {
        String first = refreshToken("clerk");
        String second = Caller.json(caller.refresh(first)).path("refresh_token").asString();
        String third = Caller.json(caller.refresh(second)).path("refresh_token").asString();

        caller.refresh(first);
        assertThat(caller.refresh(third).statusCode()).isEqualTo(400);
    }

    @Test
    void ofManyAtOnceOneIsServedAndNobodyKeepsTheFamily() {
        String token = refreshToken("clerk");
        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> new Caller().refresh(token).statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSizeLessThanOrEqualTo(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 400);
    }

    @Test
    void rotationDoesNotMakeTheThirtyDaysLonger() {
        UUID person = server.hire(UUID.randomUUID(), "thirty-days");
        String first = refreshToken("thirty-days");
        OffsetDateTime before = expiry(person);
        caller.refresh(first);

        assertThat(expiry(person)).isEqualTo(before);
        assertThat(before)
                .isBetween(
                        OffsetDateTime.now().plusDays(30).minus(Duration.ofMinutes(1)),
                        OffsetDateTime.now().plusDays(30));
    }

    @Test
    void refreshTokenOutlivesRestart() {
        String token = refreshToken("clerk");
        var keysBefore = Caller.json(caller.get("/oauth2/jwks"));
        server.restart();

        assertThat(caller.refresh(token).statusCode()).isEqualTo(200);
        assertThat(Caller.json(caller.get("/oauth2/jwks"))).isEqualTo(keysBefore);
    }

    @Test
    void otherApplicationCannotUseTheToken() {
        String token = refreshToken("clerk");
        var refused = caller.post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "duban-desktop", "refresh_token", token));

        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void unknownApplicationIsRefused() {
        var refused = caller.post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "nobody", "refresh_token", refreshToken("clerk")));

        assertThat(Caller.json(refused).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void thirdPartyCannotPoseAsApplicationWithoutSecret() {
        var refused = caller.post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "hotline-12345", "refresh_token", "x"));

        assertThat(Caller.json(refused).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void disabledPersonCannotRefresh() {
        server.hire(UUID.randomUUID(), "leaves-soon");
        String token = refreshToken("leaves-soon");
        server.dismiss("leaves-soon");

        assertThat(caller.refresh(token).statusCode()).isEqualTo(400);
    }

    @Test
    void phoneCanRevokeItsToken() {
        String token = refreshToken("clerk");
        var revoked = caller.post("/oauth2/revoke", Map.of("client_id", "duban-phone", "token", token));

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(caller.refresh(token).statusCode()).isEqualTo(400);
    }

    @Test
    void journeySignsInAndRenews() {
        var bearer = new SignIn(server.issuer())
                .person("duban-phone", URI.create(Caller.PHONE), "clerk", RunningServer.PASSWORD);
        String first = bearer.accessToken();

        assertThat(bearer.accessToken()).isEqualTo(first);
        assertThat(bearer.renew().accessToken()).isNotEqualTo(first);
        assertThat(bearer.renew().refreshToken()).isNotNull();
    }

    private String refreshToken(String username) {
        return new Caller().signIn(username).path("refresh_token").asString();
    }

    private OffsetDateTime expiry(UUID person) {
        return server.database
                .sql("select refresh_token_expires_at from oauth2_authorization where principal_name = ?")
                .param(person.toString())
                .query(OffsetDateTime.class)
                .single();
    }
}
