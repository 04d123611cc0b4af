package io.duban.platform.identity.server;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Refresh tokens for applications that keep no secret too, which the library refuses by default; rotation and the search for
 * spent ones ({@link Authorizations}) stand in for the secret.
 */
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final Base64StringKeyGenerator values =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 96);
    private final Clock clock;

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        return new OAuth2RefreshToken(values.generateKey(), clock.instant(), expiry(context));
    }

    // A rotated token ends when the first one would have: 30 days after logging in, people log in again.
    private Instant expiry(OAuth2TokenContext context) {
        if (AuthorizationGrantType.REFRESH_TOKEN.equals(context.getAuthorizationGrantType())) {
            return context.getAuthorization().getRefreshToken().getToken().getExpiresAt();
        }
        return clock.instant()
                .plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive());
    }
}
