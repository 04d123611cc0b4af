package io.duban.platform.identity;

import io.duban.platform.web.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the gate found for this request: who, which operation, and how far its permission carries him.
 *
 * @param officer by whose posts it is done; a principal, when somebody acts for him
 * @param actor the person who sent it
 * @param mandate by which the actor acts for the officer; null when they are the same
 */
public record Access(
        Officer officer,
        Operation operation,
        Reach reach,
        Officer actor,
        @Nullable Mandate mandate) {

    /** The access of somebody who acts for himself. */
    public Access(Officer officer, Operation operation, Reach reach) {
        this(officer, operation, reach, officer, null);
    }

    /** The access of the request, which the gate has put there before any controller runs. */
    public static Access of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(Access.class.getName());
    }

    /** The access of the request; empty before the gate has found any. */
    public static Optional<Access> found(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(Access.class.getName()));
    }

    /** Puts it where {@link #of} finds it; for the gate, and for a door with a credential of its own. */
    public void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(Access.class.getName(), this);
    }

    /** The whole zone, to be bound into a list's SQL. */
    public Zone zone() {
        return reach.whole();
    }

    /** Everybody whose act it is: where duties are separated, none of them may have been at the step before. */
    public Set<UUID> persons() {
        return mandate == null ? Set.of(officer.id()) : Set.of(officer.id(), actor.id());
    }
}
