package io.duban.platform.integration;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.Permissions;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who a partner is now, and what he may be told: what he may fetch himself, by the same rows of the matrix, as long as he may have endpoints at all. A partner
 * that was disabled or lost a scope is told nothing more, whatever he registered before.
 */
@Component
class Partners {

    private static final String FIND = "select client_id, scopes from integration_client where person_id = $1 limit 1";

    private final DatabaseClient database;
    private final Officers officers;
    private final Permissions permissions;

    Partners(DatabaseClient database, Officers officers, Permissions permissions) {
        this.database = database;
        this.officers = officers;
        this.permissions = permissions;
    }

    /** The partner's officer; empty when he is no partner any more, or may have no endpoints. */
    Mono<Officer> find(UUID ownerId) {
        return database.sql(FIND)
                .bind(0, ownerId)
                .map(row -> new Client(row.get("client_id", String.class), Set.of(row.get("scopes", String[].class))))
                .one()
                .flatMap(client -> officers.find(ownerId, client.id(), client.scopes()))
                .filter(officer ->
                        permissions.reach(officer, WebhookEndpoint.PERMISSION).covers(Set.of(), Set.of(ownerId)));
    }

    /** Whether what has this audience is within his reach. */
    boolean mayKnow(Officer partner, String permission, Collection<UUID> unitIds, Collection<UUID> participantIds) {
        return permissions.actions().contains(permission)
                && permissions.reach(partner, permission).covers(unitIds, participantIds);
    }

    private record Client(String id, Set<String> scopes) {}
}
