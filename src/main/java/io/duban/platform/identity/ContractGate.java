package io.duban.platform.identity;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.ContractIndex;
import io.duban.platform.web.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The first half of every decision: does the operation's row of the matrix open for any post of this officer? If never, 403. The second half,
 * which objects, travels on as {@link Access} and is asked by lists and single reads alike. Who names a principal in {@code On-Behalf-Of}
 * is measured by that person's posts and by the mandate he has of him.
 */
@Component
class ContractGate implements ReactiveAuthorizationManager<AuthorizationContext> {

    static final String ON_BEHALF_OF = "On-Behalf-Of";

    private final ContractIndex contract;
    private final Permissions permissions;
    private final Mandates mandates;
    private final Officers officers;

    ContractGate(ContractIndex contract, Permissions permissions, Mandates mandates, Officers officers) {
        this.contract = contract;
        this.permissions = permissions;
        this.mandates = mandates;
        this.officers = officers;
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
        if (operation.onBehalf() && !Mandate.isOpen(authz)) {
            throw new IllegalStateException(
                    "Operation %s takes %s, but no mandate opens %s".formatted(operation.id(), ON_BEHALF_OF, authz));
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
                .flatMap(token -> operation
                        .map(known -> access(token.officer(), known, exchange).map(access -> decide(access, exchange)))
                        .orElse(Mono.just(new AuthorizationDecision(true))))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static AuthorizationResult decide(Access access, ServerWebExchange exchange) {
        access.attachTo(exchange);
        return new AuthorizationDecision(!access.reach().isNone());
    }

    private Mono<Access> access(Officer actor, Operation operation, ServerWebExchange exchange) {
        var named = exchange.getRequest().getHeaders().getValuesAsList(ON_BEHALF_OF);
        return named.isEmpty()
                ? Mono.just(new Access(actor, operation, reach(actor, operation)))
                : onBehalf(actor, operation, principal(named));
    }

    /** It is refused, not ignored, where it does not belong: nobody shall act in his own name who meant to act for another. */
    private Mono<Access> onBehalf(Officer actor, Operation operation, UUID principal) {
        return mandates.require(principal, actor.id())
                .filter(mandate -> operation.onBehalf() && mandate.opens(operation.authz()))
                .switchIfEmpty(Mono.error(ContractGate::notOnBehalf))
                .flatMap(mandate -> officers.find(principal, actor.clientId(), actor.scopes())
                        .filter(officer -> Mandate.joins(officer, actor))
                        .switchIfEmpty(Mono.error(Mandates::none))
                        .map(officer -> officer.within(mandate.unitIds()))
                        .map(officer -> new Access(officer, operation, reach(officer, operation), actor, mandate)));
    }

    private Reach reach(Officer officer, Operation operation) {
        return operation.authz().equals(Operation.SELF)
                ? new Reach(new Zone(false, Set.of(), officer.hands()), Zone.NOWHERE)
                : permissions.reach(officer, operation.authz());
    }

    private static UUID principal(List<String> named) {
        try {
            if (named.size() == 1) {
                return UUID.fromString(named.get(0));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.invalid(ON_BEHALF_OF, "On-Behalf-Of 须为一个人员 UUID。", "On-Behalf-Of takes one person's UUID.");
    }

    private static Refusal notOnBehalf() {
        return Refusal.of(
                RefusalCode.E_GEN_SCOPE,
                "这项操作不在委托范围内,不能代办;请由委托人本人办理,或去掉 On-Behalf-Of 以本人名义办理。",
                "This is not covered by the mandate; leave On-Behalf-Of out to do it in your own name.");
    }
}
