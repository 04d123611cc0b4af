package io.duban.platform.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A verified access token together with the officer our own tables make of its subject. */
public final class OfficerToken extends AbstractAuthenticationToken {

    private final transient Officer officer;
    private final transient Jwt token;

    OfficerToken(Officer officer, Jwt token) {
        super(List.of());
        this.officer = officer;
        this.token = token;
        setAuthenticated(true);
    }

    public Officer officer() {
        return officer;
    }

    /** When the token ends, and with it every stream opened by it. */
    public Instant expiresAt() {
        return java.util.Objects.requireNonNull(token.getExpiresAt());
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return officer;
    }

    @Override
    public String getName() {
        return officer.id().toString();
    }
}
