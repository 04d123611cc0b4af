package io.duban.supervision.authority;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The chief leader designates a department, or takes that back. */
@Component
class Designating {

    private final Designations designations;
    private final SupervisedObjects objects;

    Designating(Designations designations, SupervisedObjects objects) {
        this.designations = designations;
        this.objects = objects;
    }

    Mono<Outcome<Designation>> designate(Designation.Terms terms, Command command) {
        return Mono.fromSupplier(() -> Designation.of(terms, command))
                .delayUntil(designation -> objects.require(terms.objectUnitIds(), "/objectUnitIds", command.now()))
                .delayUntil(designation -> objects.require(Set.of(terms.unitId()), "/unitId", command.now()))
                .map(designation -> told(Outcome.created(designation), "designated", command));
    }

    Mono<Outcome<Designation>> revoke(UUID id, String reason, Command command) {
        return designations
                .findById(id)
                .filter(designation -> reaches(command, designation))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(designation -> Outcome.changed(designation.revoke(reason, command)))
                .map(outcome -> told(outcome, "revoked", command));
    }

    private static boolean reaches(Command command, Designation designation) {
        var audience = designation.audience();
        return command.access().reach().covers(audience.units(), audience.participants());
    }

    private static Outcome<Designation> told(Outcome<Designation> outcome, String verb, Command command) {
        return outcome.announcing(Event.of(verb, Priority.INFO, outcome.subject(), command.now())
                .to(Set.of(outcome.subject().terms().unitId())));
    }
}
