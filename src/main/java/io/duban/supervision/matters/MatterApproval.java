package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.SUPERVISION_CHIEF;
import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The approver's word (立项): yes, or not yet. */
@Component
class MatterApproval {

    private final MatterFiles files;
    private final DraftContents contents;

    MatterApproval(MatterFiles files, DraftContents contents) {
        this.files = files;
        this.contents = contents;
    }

    Mono<Outcome<MatterFile>> approve(UUID matterId, @Nullable String opinion, FinalTerms terms, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(terms.appliedTo(file.matter().decide(APPROVE_MATTER, opinion, command))))
                .delayUntil(
                        file -> contents.requireObjects(file.matter().brief().objectUnitIds(), command.now()))
                .map(file -> decided(APPROVE_MATTER, file, opinion, command)
                        .opening(ISSUE_NOTICE.name(), Assignee.persons(file.supervisors()), null)
                        .announcing("approved", Priority.ACTION, command.now()));
    }

    Mono<Outcome<MatterFile>> returnToDraft(UUID matterId, @Nullable String opinion, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().decide(RETURN_MATTER, opinion, command)))
                .map(file -> decided(RETURN_MATTER, file, opinion, command)
                        .opening(SUBMIT_MATTER.name(), Assignee.holders(SUPERVISION_CHIEF), null)
                        .announcing("returned", Priority.ACTION, command.now()));
    }

    private static Outcome<MatterFile> decided(
            MatterMove verdict, MatterFile file, @Nullable String opinion, Command command) {
        return Outcome.about(file)
                .updating(file.matter())
                .inserting(MatterEntry.of(verdict, file.id(), opinion, command))
                .closing(APPROVE_MATTER.name());
    }
}
