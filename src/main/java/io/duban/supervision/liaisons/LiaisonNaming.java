package io.duban.supervision.liaisons;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A unit's head names its liaison officer and his deputy; whom he named before is replaced in the same breath. */
@Component
class LiaisonNaming {

    private final SupervisionLiaisons liaisons;
    private final LiaisonDesk desk;

    LiaisonNaming(SupervisionLiaisons liaisons, LiaisonDesk desk) {
        this.liaisons = liaisons;
        this.desk = desk;
    }

    Mono<Outcome<SupervisionLiaison>> name(SupervisionLiaison.Naming naming, Command command) {
        var named = SupervisionLiaison.named(naming, command);
        return requireOfUnit(naming)
                .then(Mono.fromSupplier(() -> Outcome.created(named).announcing("named", Priority.INFO, command.now())))
                .flatMap(outcome -> liaisons.findByUnitIdAndStatus(naming.unitId(), LiaisonStatus.NAMED)
                        .map(before -> outcome.updating(before.replaced(command)))
                        .defaultIfEmpty(outcome));
    }

    Mono<Outcome<SupervisionLiaison>> end(UUID liaisonId, String why, Command command) {
        return liaisons.require(liaisonId, command.access().reach())
                .map(liaison ->
                        Outcome.changed(liaison.end(why, command)).announcing("ended", Priority.INFO, command.now()));
    }

    private Mono<Void> requireOfUnit(SupervisionLiaison.Naming naming) {
        return Flux.fromIterable(naming.persons())
                .concatMap(person -> desk.worksAt(person, naming.unitId()))
                .filter(works -> !works)
                .next()
                .flatMap(stranger ->
                        Mono.error(Refusal.invalid("/liaisonId", "联络员须是本单位在岗人员。", "He must hold a post at the unit.")));
    }
}
