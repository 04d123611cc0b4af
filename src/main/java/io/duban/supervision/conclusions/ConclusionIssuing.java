package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ConclusionMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.MatterConcluding;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.SupervisionMatter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The director's word on a conclusion: issued to its objects, which concludes the matter in the same statement, or returned to who wrote it. */
@Component
class ConclusionIssuing {

    private final ConclusionFiles files;
    private final ConclusionClocks clocks;

    ConclusionIssuing(ConclusionFiles files, ConclusionClocks clocks) {
        this.files = files;
        this.clocks = clocks;
    }

    Mono<Outcome<ConclusionFile>> issue(UUID conclusionId, @Nullable String opinion, Command command) {
        return files.require(conclusionId, command.access())
                .map(file -> file.with(file.conclusion().issue(opinion, command)))
                .doOnNext(file -> requireDatesAhead(file, command.now()))
                .flatMap(file -> delivered(file, command))
                .flatMap(delivered -> files.root(conclusionId).map(root -> issued(delivered, root.matter(), command)));
    }

    private record Delivered(ConclusionFile file, FindingDelivery delivery) {}

    private Mono<Delivered> delivered(ConclusionFile file, Command command) {
        var findings = file.findings().stream().map(ObjectFinding::issue).toList();
        return clocks.delivery(findings, file.items(), command.now())
                .map(delivery -> new Delivered(file.with(delivery.findings(), delivery.items()), delivery));
    }

    private static Outcome<ConclusionFile> issued(Delivered delivered, SupervisionMatter matter, Command command) {
        var file = delivered.file();
        var outcome = Outcome.about(file)
                .updating(file.conclusion())
                .inserting(MatterEntry.of(ISSUE_CONCLUSION, matter.id(), null, command))
                .closing(ISSUE_CONCLUSION.name())
                .including(MatterConcluding.concluded(matter, command.now()))
                .announcing(Event.of("issued", Priority.INFO, file, command.now())
                        .to(file.conclusion().authorIds()));
        return delivered.delivery().ofDraftsInto(outcome, command.now());
    }

    Mono<Outcome<ConclusionFile>> returnToDraft(UUID conclusionId, @Nullable String opinion, Command command) {
        return files.require(conclusionId, command.access())
                .map(file -> file.with(file.conclusion().returned(opinion, command)))
                .map(file -> Outcome.about(file)
                        .updating(file.conclusion())
                        .inserting(MatterEntry.of(
                                RETURN_CONCLUSION, file.conclusion().matterId(), null, command))
                        .closing(ISSUE_CONCLUSION.name())
                        .opening(
                                SUBMIT_CONCLUSION.name(),
                                Assignee.persons(file.conclusion().authorIds()),
                                null)
                        .announcing("returned", Priority.ACTION, command.now()));
    }

    private static void requireDatesAhead(ConclusionFile file, Instant now) {
        if (file.items().stream().anyMatch(item -> !item.dueAt().isAfter(now))) {
            throw Refusal.invalid(
                    "/verdict",
                    "有整改事项的时限已过,请退回起草人重新确定时限。",
                    "The date of something to put right is past; return it for another date.");
        }
    }
}
