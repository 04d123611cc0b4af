package io.duban.platform.identity;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who somebody's principals are, for lists that hold what he may do in his own name and what he may do for others. */
@Component
public class Principals {

    private final Mandates mandates;
    private final Officers officers;
    private final Permissions permissions;

    Principals(Mandates mandates, Officers officers, Permissions permissions) {
        this.mandates = mandates;
        this.officers = officers;
        this.permissions = permissions;
    }

    /** The principal within the mandate he gave, as if he were named in {@code On-Behalf-Of}; empty when none opens the permission now. */
    public Mono<Standing> of(UUID principalId, Officer actor, String permission) {
        return mandates.require(principalId, actor.id())
                .filter(mandate -> mandate.opens(permission))
                .flatMap(mandate -> officers.find(principalId, actor.clientId(), actor.scopes())
                        .filter(officer -> Mandate.joins(officer, actor))
                        .map(officer -> officer.within(mandate.unitIds())))
                .map(officer -> new Standing(officer, permissions.reach(officer, permission)))
                .onErrorResume(Refusal.class, none -> Mono.empty());
    }

    /** An officer and how far a permission carries him. */
    public record Standing(Officer officer, Reach reach) {}
}
