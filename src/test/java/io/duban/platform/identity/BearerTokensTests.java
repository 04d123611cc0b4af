package io.duban.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BearerTokensTests {

    private static final Instant START = Instant.parse("2026-11-28T01:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(3);
    private static final UUID CLERK = UUID.randomUUID();
    private static final UUID OFFICE = UUID.randomUUID();

    private final AtomicInteger verifications = new AtomicInteger();
    private final Hand clock = new Hand();
    private boolean enabled = true;
    private final BearerTokens tokens =
            new BearerTokens(this::decode, new Staff(), new Subjects(unused(), true), clock);

    @Test
    void verifiesATokenOnce() {
        assertThat(officerOf("good").clientId()).isEqualTo("duban-phone");
        assertThat(officerOf("good").scopes()).containsExactlyInAnyOrder("openid", "office");
        assertThat(verifications).hasValue(1);
    }

    @Test
    void takesNoTokenForAnother() {
        officerOf("good");
        officerOf("another good");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void verifiesAgainWhatHasExpired() {
        officerOf("good");
        clock.now = START.plus(LIFE);
        officerOf("good");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void remembersNoRefusal() {
        refuses("forged");
        refuses("forged");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void refusesAVerifiedTokenOfWhoeverWasDisabled() {
        officerOf("good");
        enabled = false;
        refuses("good");
        assertThat(verifications).hasValue(1);
    }

    @Test
    void tellsWhenTheTokenEnds() {
        officerOf("good");
        assertThat(((OfficerToken) tokens.authenticate(bearer("good")).block()).expiresAt())
                .isEqualTo(START.plus(LIFE));
    }

    private Officer officerOf(String token) {
        return ((OfficerToken) tokens.authenticate(bearer(token)).block()).officer();
    }

    private void refuses(String token) {
        tokens.authenticate(bearer(token)).as(StepVerifier::create).verifyError(InvalidBearerTokenException.class);
    }

    private static BearerTokenAuthenticationToken bearer(String token) {
        return new BearerTokenAuthenticationToken(token);
    }

    private Mono<Jwt> decode(String token) {
        verifications.incrementAndGet();
        return token.endsWith("good")
                ? Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "ES256")
                        .issuer("https://login.example.gov.cn")
                        .subject(CLERK.toString())
                        .claim("client_id", "duban-phone")
                        .claim("scope", List.of("openid", "office"))
                        .expiresAt(START.plus(LIFE))
                        .build())
                : Mono.error(new BadJwtException("signature"));
    }

    private static DatabaseClient unused() {
        return DatabaseClient.create(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("nowhere.invalid")
                .username("nobody")
                .build()));
    }

    private final class Staff extends Officers {

        Staff() {
            super(unused(), Set.of());
        }

        @Override
        public Mono<Officer> find(UUID personId, String clientId, Set<String> scopes) {
            return enabled && personId.equals(CLERK)
                    ? Mono.just(new Officer(CLERK, "张伟", OFFICE, Set.of(), Set.of(), clientId, false, scopes, null))
                    : Mono.empty();
        }
    }

    private static final class Hand extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
