package io.duban.supervision.matters;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Further rounds (重办): hosts do it again, each until its own new date, with a clock beside the one that was satisfied. */
@Component
class MatterRounds {

    private final MatterClocks clocks;
    private final PartResuming resuming;

    MatterRounds(MatterClocks clocks, PartResuming resuming) {
        this.clocks = clocks;
        this.resuming = resuming;
    }

    /** What the step makes of the file, given the new dates of those who do it again. */
    interface Round {
        MatterFile of(MatterFile file, Map<UUID, Deadline> due, Command command);
    }

    /**
     * The leader follows it again, and co units that still owed their opinion when the matter ended before are asked for it again.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} at {@code /unitIds} for a unit that is no host, and where nobody would be at work
     */
    Mono<Outcome<MatterFile>> next(
            MatterMove move, MatterFile file, MatterClosing.Again again, Round round, Command command) {
        return due(file, again, command).flatMap(due -> {
            var next = round.of(file, due, command);
            var hosts = Flux.fromIterable(next.hosts())
                    .filter(host -> due.containsKey(host.id()))
                    .concatMap(host -> resuming.resume(next.matter(), host, due.get(host.id()), command.now()));
            var helpers = move == MatterMove.VERIFICATION_FAILED
                    ? Flux.<PartResuming.Resumed>empty()
                    : resuming.helpers(next, due.values().iterator().next(), command.now());
            return hosts.concatWith(helpers)
                    .collectList()
                    .map(parts -> begun(move, next, parts, again.words(), command));
        });
    }

    private static Outcome<MatterFile> begun(
            MatterMove move, MatterFile next, List<PartResuming.Resumed> parts, String words, Command command) {
        var file = parts.stream()
                .map(PartResuming.Resumed::part)
                .reduce(next, MatterFile::withPart, (one, other) -> other);
        var outcome =
                Outcome.about(file).updating(file.matter()).inserting(MatterEntry.of(move, file.id(), words, command));
        parts.forEach(part -> part.on(outcome));
        var leader = file.matter().brief().instructingLeaderId();
        return leader == null ? outcome : outcome.opening(NoticeIssuing.FOLLOW, Assignee.person(leader), file.dueAt());
    }

    /** Those that were named; else all but those that are struck off while the matter is not. */
    private static List<SupervisionAssignment> hosts(MatterFile file, MatterClosing.Again again) {
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
        if (hosts.isEmpty()) {
            return Mono.error(Refusal.invalid(
                    "/unitIds", "各主办单位都已单独销号,请指明由哪些单位重办。", "All hosts are struck off; say which of them do it again."));
        }
        var urgency = file.matter().brief().urgency();
        return Flux.fromIterable(hosts)
                .concatMap(host -> clocks.host(file.id(), host.unitId(), urgency, again.dueAt(), command.now())
                        .map(due -> Map.entry(host.id(), due)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
