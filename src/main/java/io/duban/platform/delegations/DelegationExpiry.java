package io.duban.platform.delegations;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Ends delegations whose time is over: both are told, and the principal's to-dos leave the delegate's desk. */
@Configuration(proxyBeanMethods = false)
class DelegationExpiry {

    private static final String ACTION = "expireDelegation";

    private final Delegations delegations;
    private final Commands commands;
    private final Clock clock;

    DelegationExpiry(Delegations delegations, Commands commands, Clock clock) {
        this.delegations = delegations;
        this.commands = commands;
        this.clock = clock;
    }

    @Bean
    Job delegationExpiryJob(@Value("${duban.clocks.sweep-every}") Duration every) {
        return new Job("the end of delegations", every, this::endThoseOver);
    }

    Mono<Void> endThoseOver() {
        var now = clock.instant();
        return delegations
                .overAt(now)
                .collectList()
                .flatMapIterable(over -> over)
                .concatMap(id -> commands.unattended(ACTION, expiry(id, now)))
                .then();
    }

    private Mono<Outcome<Delegation>> expiry(UUID id, Instant now) {
        return delegations
                .findById(id)
                .filter(delegation -> delegation.status() == DelegationStatus.GIVEN)
                .map(delegation -> Delegating.over(delegation.expire(), now));
    }
}
