package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.ObjectFindingMove.FILE_OBJECTION;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The head of an object objects (申请复核, art. 17). It lands with somebody who took no part in the conclusion. */
@Component
class ObjectionFiling {

    private final ConclusionFiles files;
    private final ConclusionClocks clocks;
    private final Directory directory;

    ObjectionFiling(ConclusionFiles files, ConclusionClocks clocks, Directory directory) {
        this.files = files;
        this.clocks = clocks;
        this.directory = directory;
    }

    Mono<Outcome<ConclusionObjection>> file(UUID findingId, String grounds, Command command) {
        return files.finding(findingId, command.access())
                .map(finding -> finding.fileObjection(command))
                .flatMap(finding -> clocks.decide(UuidCreator.getTimeOrderedEpoch(), command.now())
                        .flatMap(due -> files.root(finding.conclusionId())
                                .flatMap(root -> handlers(root.conclusion().involvedIds())
                                        .map(handlers -> filed(finding, grounds, due, root, handlers, command)))));
    }

    private static Outcome<ConclusionObjection> filed(
            ObjectFinding finding, String grounds, Deadline due, Root root, Assignee handlers, Command command) {
        var recused = root.conclusion().involvedIds();
        var objection = ConclusionObjection.filed(finding, grounds, recused, due, command);
        var outcome = Outcome.created(objection)
                .updating(finding)
                .starting(due, ConclusionClocks.URGE_DECISION)
                .opening(ObjectionMove.ACCEPT_OBJECTION.name(), handlers, due.currentDueAt())
                .announcing("filed", Priority.ACTION, command.now())
                .including(Outcome.about(finding).satisfying(ConclusionClocks.OBJECTION_PERIOD, command.now()));
        return root.movingOn(outcome, FILE_OBJECTION, command);
    }

    /** The chief of supervision, unless he took part in it himself; then the chief leader, in whose government's name it was made. */
    Mono<Assignee> handlers(Set<UUID> recused) {
        return others(SUPERVISION_CHIEF, recused)
                .filter(chiefs -> !chiefs.isEmpty())
                .switchIfEmpty(others(CHIEF_LEADER, recused))
                .map(Assignee::persons);
    }

    private Mono<Set<UUID>> others(Role role, Set<UUID> recused) {
        return directory.holdersOf(role).map(holders -> {
            Set<UUID> others = new HashSet<>(holders);
            others.removeAll(recused);
            return others;
        });
    }
}
