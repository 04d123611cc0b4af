package io.duban.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Token to officer: roles and units come from our tables; the token only says who, through which client, with which scopes. A token's signature is
 * verified once, not with each request, since that costs more than everything else a read does; what it says is remembered until it expires, under the
 * token's hash, so that no memory of ours holds a token. Whoever is disabled or moved loses by our tables, which are asked every time.
 */
@Component
class BearerTokens implements ReactiveAuthenticationManager {

    private static final long MOST_REMEMBERED = 50_000;

    /** A key that the issuer withdraws opens nothing after this, however long its tokens would last. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ReactiveAuthenticationManager verifying;
    private final Officers officers;
    private final Subjects subjects;
    private final Clock clock;
    private final Cache<String, VerifiedToken> verified = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumSize(MOST_REMEMBERED)
            .build();

    BearerTokens(ReactiveJwtDecoder decoder, Officers officers, Subjects subjects, Clock clock) {
        this.verifying = new JwtReactiveAuthenticationManager(decoder);
        this.officers = officers;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication asked) {
        return Mono.just(asked)
                .cast(BearerTokenAuthenticationToken.class)
                .flatMap(this::verified)
                .flatMap(this::officer);
    }

    private Mono<VerifiedToken> verified(BearerTokenAuthenticationToken bearer) {
        var hash = hash(bearer.getToken());
        var known = verified.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return Mono.just(known);
        }
        return verifying
                .authenticate(bearer)
                .cast(JwtAuthenticationToken.class)
                .map(token -> VerifiedToken.of(token.getToken()))
                .doOnNext(token -> verified.put(hash, token));
    }

    private Mono<Authentication> officer(VerifiedToken token) {
        return Mono.justOrEmpty(token.subject())
                .flatMap(subject -> subjects.personOf(token.issuer(), subject))
                .flatMap(id -> officers.find(id, token.clientId(), token.scopes()))
                .<Authentication>map(officer -> new OfficerToken(officer, token.expiresAt()))
                .switchIfEmpty(Mono.error(() -> new InvalidBearerTokenException("unknown or disabled subject")));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
