package io.duban.platform.delegations;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Officers;
import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives and ends delegations. */
@Component
class Delegating {

    private final Delegations delegations;
    private final DelegationRegisters registers;
    private final Officers officers;
    private final Directory directory;
    private final Duration longest;

    Delegating(
            Delegations delegations,
            DelegationRegisters registers,
            Officers officers,
            Directory directory,
            @Value("${duban.delegations.longest}") Duration longest) {
        this.delegations = delegations;
        this.registers = registers;
        this.officers = officers;
        this.directory = directory;
        this.longest = longest;
    }

    /** What a decision rests on. */
    private record Standing(
            DelegationRegister register,
            List<Delegation> given,
            Officer principal,
            Officer delegate,
            DelegationRules rules) {}

    Mono<Outcome<Delegation>> give(DelegationOrder.Wish wish, Command command) {
        var order = wish.by(command);
        return standing(order, command).map(standing -> {
            standing.rules().check(order, standing.principal(), standing.delegate(), standing.given(), command);
            return given(
                    Delegation.given(UuidCreator.getTimeOrderedEpoch(), order, command), standing.register(), command);
        });
    }

    /** The register is read first: what is given between it and the rest moves it on, and all is read again. */
    private Mono<Standing> standing(DelegationOrder order, Command command) {
        return registers
                .findById(order.principalId())
                .defaultIfEmpty(DelegationRegister.of(order.principalId()))
                .flatMap(register -> Mono.zip(
                                delegations.standingOf(order.principalId()).collectList(),
                                officer(order.principalId(), "/principalId", command),
                                officer(order.delegateId(), "/delegateId", command),
                                directory.unitIds())
                        .map(read -> new Standing(
                                register,
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                new DelegationRules(longest, read.getT4()))));
    }

    private static Outcome<Delegation> given(Delegation delegation, DelegationRegister register, Command command) {
        var outcome = announced("created", Outcome.created(delegation), command.now());
        var next = register.next();
        if (next.isFirst()) {
            outcome.inserting(next);
        } else {
            outcome.updating(next);
        }
        return delegation.isInForce(command.now())
                ? outcome.sharingDesk(delegation.principalId(), delegation.delegateId(), delegation.unitIds())
                : outcome;
    }

    Mono<Outcome<Delegation>> end(UUID id, String reason, Command command) {
        return delegations
                .require(id, command.access().reach())
                .map(delegation -> delegation.end(reason, command))
                .map(ended -> over(ended, command.now()));
    }

    /** What the end of a delegation brings with it, however it came. */
    static Outcome<Delegation> over(Delegation ended, Instant now) {
        return announced("ended", Outcome.changed(ended), now).clearingDesk(ended.principalId(), ended.delegateId());
    }

    /** Both are told. */
    private static Outcome<Delegation> announced(String verb, Outcome<Delegation> outcome, Instant now) {
        var delegation = outcome.subject();
        return outcome.announcing(Event.of(verb, Priority.INFO, delegation, now).to(delegation.both()));
    }

    private Mono<Officer> officer(UUID id, String pointer, Command command) {
        return officers.find(id, command.actor().clientId(), command.actor().scopes())
                .switchIfEmpty(
                        Mono.error(() -> Refusal.invalid(pointer, "没有此人,或其账号已停用。", "No such person, or disabled.")));
    }
}
