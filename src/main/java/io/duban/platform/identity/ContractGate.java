package io.duban.platform.identity;

import io.duban.platform.web.ContractIndex;
import io.duban.platform.web.Operation;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The first half of every decision: does the operation's row of the matrix open for any post of this officer? If never, 403. The second half,
 * which objects, travels on as {@link Access} and is asked by lists and single reads alike.
 */
@Component
class ContractGate implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final ContractIndex contract;
    private final Permissions permissions;

    ContractGate(ContractIndex contract, Permissions permissions) {
        this.contract = contract;
        this.permissions = permissions;
        contract.operations().forEach(this::requireRow);
    }

    /** A hole between contract and matrix stops the start, not a user. */
    private void requireRow(Operation operation) {
        var authz = operation.authz();
        if (!authz.equals(Operation.SELF)
                && !authz.equals(Operation.PUBLIC)
                && !permissions.actions().contains(authz)) {
            throw new IllegalStateException(
                    "Operation %s asks for %s, which is no row of permissions.csv".formatted(operation.id(), authz));
        }
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        var exchange = context.getExchange();
        var operation = contract.find(exchange.getRequest());
        if (operation.isPresent() && operation.get().authz().equals(Operation.PUBLIC)) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return authentication
                .filter(OfficerToken.class::isInstance)
                .cast(OfficerToken.class)
                .<AuthorizationResult>map(token -> {
                    if (operation.isEmpty()) {
                        return new AuthorizationDecision(true);
                    }
                    var access = access(token.officer(), operation.get());
                    access.attachTo(exchange);
                    return new AuthorizationDecision(!access.reach().isNone());
                })
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private Access access(Officer officer, Operation operation) {
        if (operation.authz().equals(Operation.SELF)) {
            return new Access(
                    officer, operation, new Reach(new Zone(false, java.util.Set.of(), officer.hands()), Zone.NOWHERE));
        }
        return new Access(officer, operation, permissions.reach(officer, operation.authz()));
    }
}
