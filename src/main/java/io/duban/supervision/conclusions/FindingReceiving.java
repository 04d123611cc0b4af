package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ObjectFindingMove.SIGN_FOR_FINDING;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An object signs for what a conclusion says of it (签收); from then on it has 30 natural days to object (art. 17). */
@Component
class FindingReceiving {

    private final ConclusionFiles files;
    private final ConclusionClocks clocks;

    FindingReceiving(ConclusionFiles files, ConclusionClocks clocks) {
        this.files = files;
        this.clocks = clocks;
    }

    Mono<Outcome<ObjectFinding>> signFor(UUID findingId, Command command) {
        return files.finding(findingId, command.access())
                .flatMap(finding -> clocks.objectionPeriod(finding, command.now())
                        .flatMap(period -> files.root(finding.conclusionId())
                                .map(root -> received(finding, period, root, command))));
    }

    private static Outcome<ObjectFinding> received(ObjectFinding before, Deadline period, Root root, Command command) {
        var finding = before.signFor(period.currentDueAt(), command);
        var outcome = Outcome.changed(finding)
                .closing(SIGN_FOR_FINDING.name())
                .satisfying(ConclusionClocks.SIGN_FOR, command.now())
                .announcing("received", Priority.INFO, command.now());
        return root.movingOn(finding.isReviewed() ? outcome : outcome.starting(period), SIGN_FOR_FINDING, command);
    }
}
