package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Mandate;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.Set;
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

    /** By whose posts it is done: the principal, when a delegate acts for him. Rows of the business name him. */
    public Officer officer() {
        return access.officer();
    }

    /** The person who pressed; the same as the officer, but for a delegate. */
    public Officer actor() {
        return access.actor();
    }

    /** The limits within which the actor acts for the officer; null when he acts for himself. */
    public @Nullable Mandate mandate() {
        return access.mandate();
    }

    /** Everybody whose act it is: where duties are separated, none of them may have been at the step before. */
    public Set<UUID> persons() {
        return access.persons();
    }

    /** The operation of the contract, as the audit trail names it. */
    public String action() {
        return access.operation().id();
    }

    /** What the audit trail and the log say of it. */
    Deed deed() {
        var principal = mandate() == null ? null : officer().id();
        return new Deed(actor().id(), principal, actor().clientId(), address, action(), now);
    }
}
