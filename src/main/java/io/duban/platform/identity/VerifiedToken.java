package io.duban.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/**
 * What a verified token says, without the token.
 *
 * @param subject null for a token of nobody, which opens nothing
 */
record VerifiedToken(String issuer, @Nullable String subject, String clientId, Set<String> scopes, Instant expiresAt) {

    static VerifiedToken of(Jwt token) {
        return new VerifiedToken(
                Objects.requireNonNull(token.getClaimAsString(JwtClaimNames.ISS)),
                token.getSubject(),
                clientOf(token),
                scopesOf(token),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    private static String clientOf(Jwt token) {
        var client = token.getClaimAsString("client_id");
        return client != null ? client : String.valueOf(token.getClaimAsString("azp"));
    }

    /** RFC 9068 writes scopes as one string, Spring Authorization Server as a list. */
    private static Set<String> scopesOf(Jwt token) {
        var claim = token.getClaim("scope");
        if (claim instanceof String text) {
            return Set.of(text.split(" "));
        }
        return claim instanceof List<?> ? Set.copyOf(token.getClaimAsStringList("scope")) : Set.of();
    }
}
