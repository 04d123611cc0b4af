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

    /** The same command as if it had been given on this version: for another system, which knows its own versions and not ours. */
    public Command seeing(long version) {
        return new Command(access, key, fingerprint, version, now, address);
    }

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

    /** As {@link Mandate#requireCovers(String, UUID, boolean)}; whoever acts for himself needs no mandate. */
    public void requireCovers(String docType, UUID unitId, boolean reservedToChief) {
        if (mandate() != null) {
            mandate().requireCovers(docType, unitId, reservedToChief);
        }
    }

    /** As {@link Mandate#requireCovers(Set, boolean)}; whoever acts for himself needs no mandate. */
    public void requireCovers(Set<UUID> unitIds, boolean reservedToChief) {
        if (mandate() != null) {
            mandate().requireCovers(unitIds, reservedToChief);
        }
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
