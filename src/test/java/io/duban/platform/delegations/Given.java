package io.duban.platform.delegations;

import static io.duban.support.Someone.NOW;

import io.duban.platform.identity.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Orders of delegations for tests: {@code Given.from(chief).to(deputy).days(3).order()}. */
final class Given {

    private final Officer principal;
    private Officer delegate;
    private Instant from = NOW;
    private Instant to = NOW.plus(Duration.ofDays(3));
    private boolean presiding;
    private Set<String> kinds = Set.of();
    private Set<UUID> units = Set.of();
    private String evidence;

    private Given(Officer principal) {
        this.principal = principal;
    }

    static Given from(Officer principal) {
        return new Given(principal);
    }

    Given to(Officer somebody) {
        delegate = somebody;
        return this;
    }

    Given between(Instant beginning, Instant end) {
        from = beginning;
        to = end;
        return this;
    }

    Given presiding() {
        presiding = true;
        return this;
    }

    Given forKinds(Set<String> these) {
        kinds = these;
        return this;
    }

    Given forUnits(Set<UUID> these) {
        units = these;
        return this;
    }

    Given because(String document) {
        evidence = document;
        return this;
    }

    DelegationOrder order() {
        return new DelegationOrder(principal.id(), delegate.id(), from, to, presiding, kinds, units, "出差", evidence);
    }

    Delegation delegation() {
        var order = order();
        return new Delegation(
                UUID.randomUUID(),
                1,
                order.principalId(),
                order.delegateId(),
                order.validFrom(),
                order.validTo(),
                order.presiding(),
                order.documentKinds(),
                order.unitIds(),
                order.reason(),
                order.evidence(),
                order.principalId(),
                NOW,
                null,
                null,
                null);
    }
}
