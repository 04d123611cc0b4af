package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.UNIT_LIAISON;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Further rounds (重办): hosts do it again, each until its own new date, with a clock beside the one that was satisfied. */
@Component
class MatterRounds {

    private final MatterClocks clocks;

    MatterRounds(MatterClocks clocks) {
        this.clocks = clocks;
    }

    /** What the step makes of the file, given the new dates of those who do it again. */
    interface Round {
        MatterFile of(MatterFile file, Map<UUID, Deadline> due, Command command);
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /unitIds} for a unit that is no host */
    Mono<Outcome<MatterFile>> next(
            MatterMove move, MatterFile file, MatterClosing.Again again, Round round, Command command) {
        return due(file, again, command).map(due -> {
            var next = round.of(file, due, command);
            var outcome = Outcome.about(next)
                    .updating(next.matter())
                    .inserting(MatterEntry.of(move, file.id(), again.words(), command));
            hosts(next, again).forEach(outcome::updating);
            due.forEach((host, clock) -> outcome.starting(clock, UnitAlarms.handle(next, next.assignment(host))));
            return outcome;
        });
    }

    /** They sign for it anew. */
    Mono<Outcome<MatterFile>> signAnew(Outcome<MatterFile> outcome, MatterClosing.Again again, Command command) {
        var file = outcome.subject();
        return Flux.fromIterable(hosts(file, again))
                .concatMap(host -> clocks.signFor(
                                file.id(), host.unitId(), file.matter().brief().urgency(), command.now())
                        .doOnNext(signBy -> outcome.starting(signBy, UnitAlarms.signFor(host.unitId()))
                                .opening(
                                        UnitStep.SIGN_FOR.of(host.unitId()),
                                        Assignee.holdersAt(Set.of(host.unitId()), UNIT_LIAISON),
                                        signBy.currentDueAt())))
                .then(Mono.just(outcome));
    }

    /** Those that were named; else all but those that are struck off while the matter is not. */
    static List<SupervisionAssignment> hosts(MatterFile file, MatterClosing.Again again) {
        var through = file.matter().course().struckOffObjectIds();
        var open = file.matter().status().isOpen();
        return file.hosts().stream()
                .filter(host -> again.unitIds().isEmpty()
                        ? !open || !through.contains(host.unitId())
                        : again.unitIds().contains(host.unitId()))
                .toList();
    }

    private Mono<Map<UUID, Deadline>> due(MatterFile file, MatterClosing.Again again, Command command) {
        var hosts = hosts(file, again);
        if (hosts.size() < again.unitIds().size()) {
            return Mono.error(Refusal.invalid("/unitIds", "只能指定本事项的主办单位。", "Only hosts of this matter do it again."));
        }
        var urgency = file.matter().brief().urgency();
        return Flux.fromIterable(hosts)
                .concatMap(host -> clocks.host(file.id(), host.unitId(), urgency, again.dueAt(), command.now())
                        .map(due -> Map.entry(host.id(), due)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
