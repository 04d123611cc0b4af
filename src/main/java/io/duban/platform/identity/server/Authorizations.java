package io.duban.platform.identity.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What has been granted, kept in the database. A refresh token works once: whoever presents it a second time, the owner or a thief,
 * ends the whole authorization for both (RFC 9700, 4.14.2).
 */
class Authorizations extends JdbcOAuth2AuthorizationService {

    private static final Logger log = LoggerFactory.getLogger(Authorizations.class);

    private static final String PRESENTED = "duban.presented";

    private static final String SPEND = """
            insert into spent_refresh_token (fingerprint, authorization_id) values (?, ?) on conflict do nothing""";

    private static final String REVOKE_FAMILY = """
            delete from oauth2_authorization
            where id = (select authorization_id from spent_refresh_token where fingerprint = ?)""";

    private static final String REMOVE_EXPIRED = """
            delete from oauth2_authorization
            where greatest(authorization_code_expires_at, access_token_expires_at, refresh_token_expires_at) < now()""";

    private final JdbcOperations database;
    private final TransactionOperations transaction;
    private final People people;

    Authorizations(JdbcOperations database, TransactionOperations transaction, Clients clients, People people) {
        super(database, clients);
        this.database = database;
        this.transaction = transaction;
        this.people = people;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        OAuth2Authorization found = super.findByToken(token, type);
        boolean refreshing = OAuth2TokenType.REFRESH_TOKEN.equals(type);
        if (found == null) {
            if (refreshing) {
                revokeFamily(fingerprint(token));
            }
            return null;
        }
        if (leftOffice(found)) {
            remove(found);
            return null;
        }
        return refreshing ? presented(found, fingerprint(token)) : found;
    }

    @Override
    public void save(OAuth2Authorization granted) {
        String presented = granted.getAttribute(PRESENTED);
        OAuth2Authorization clean = presented(granted, null);
        if (presented == null || presented.equals(refreshTokenOf(granted))) {
            super.save(clean);
        } else if (!rotate(presented, clean)) {
            revokeFamily(presented);
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    void removeExpired() {
        int removed = database.update(REMOVE_EXPIRED);
        log.debug("{} expired authorizations removed", removed);
    }

    // Of two calls with the same token only one spends it. The reference to the authorization's row keeps a call that
    // comes
    // late from writing back what has been revoked meanwhile.
    private boolean rotate(String presented, OAuth2Authorization granted) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean first = database.update(SPEND, presented, granted.getId()) == 1;
                if (first) {
                    super.save(granted);
                }
                return first;
            }));
        } catch (DataIntegrityViolationException revokedMeanwhile) {
            return false;
        }
    }

    private void revokeFamily(String fingerprint) {
        if (database.update(REVOKE_FAMILY, fingerprint) > 0) {
            log.warn("A spent refresh token was presented again; its whole authorization is revoked");
        }
    }

    private boolean leftOffice(OAuth2Authorization authorization) {
        return AuthorizationGrantType.AUTHORIZATION_CODE.equals(authorization.getAuthorizationGrantType())
                && people.enabled(authorization.getPrincipalName()).isEmpty();
    }

    // The library hands save() only the new token, so what was presented travels with the authorization in between.
    private static OAuth2Authorization presented(OAuth2Authorization authorization, @Nullable String fingerprint) {
        return OAuth2Authorization.from(authorization)
                .attributes(all -> {
                    all.remove(PRESENTED);
                    if (fingerprint != null) {
                        all.put(PRESENTED, fingerprint);
                    }
                })
                .build();
    }

    private static @Nullable String refreshTokenOf(OAuth2Authorization authorization) {
        var token = authorization.getRefreshToken();
        return token == null ? null : fingerprint(token.getToken().getTokenValue());
    }

    private static String fingerprint(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
