package io.duban.platform.commands;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, under which permission, which version he saw, and when.
 *
 * @param seenVersion from If-Match; 0 for a command that makes something new
 * @param key the client's idempotency key
 * @param fingerprint what was asked, so that the same key with another request is noticed
 */
public record Command(
        Access access,
        UUID key,
        byte[] fingerprint,
        long seenVersion,
        Instant now,
        @Nullable String address) {

    public Officer officer() {
        return access.officer();
    }

    /** The operation of the contract, as the audit trail names it. */
    public String action() {
        return access.operation().id();
    }
}
