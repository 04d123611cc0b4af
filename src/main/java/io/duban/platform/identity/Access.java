package io.duban.platform.identity;

import io.duban.platform.web.Operation;
import org.springframework.web.server.ServerWebExchange;

/** What the gate found for this request: who, which operation, and how far its permission carries him. */
public record Access(Officer officer, Operation operation, Reach reach) {

    /** The access of the request, which the gate has put there before any controller runs. */
    public static Access of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(Access.class.getName());
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(Access.class.getName(), this);
    }

    /** The whole zone, to be bound into a list's SQL. */
    public Zone zone() {
        return reach.whole();
    }
}
