package io.duban.platform.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A verified credential together with the officer our own tables make of its subject. The credential itself is not kept. */
public final class OfficerToken extends AbstractAuthenticationToken {

    private final transient Officer officer;
    private final Instant expiresAt;

    public OfficerToken(Officer officer, Instant expiresAt) {
        super(List.of());
        this.officer = officer;
        this.expiresAt = expiresAt;
        setAuthenticated(true);
    }

    public Officer officer() {
        return officer;
    }

    /** When the credential ends, and with it every stream opened by it. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public Object getCredentials() {
        return "";
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
