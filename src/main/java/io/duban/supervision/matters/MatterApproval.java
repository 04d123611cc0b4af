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

/** The approver's word (立项): yes, not yet, or no. */
@Component
class MatterApproval {

    private final MatterFiles files;

    MatterApproval(MatterFiles files) {
        this.files = files;
    }

    Mono<Outcome<MatterFile>> approve(UUID matterId, @Nullable String opinion, Command command) {
        return decided(APPROVE_MATTER, matterId, opinion, command)
                .map(outcome -> outcome.opening(
                                ISSUE_NOTICE.name(),
                                Assignee.persons(outcome.subject().supervisors()),
                                null)
                        .announcing("approved", Priority.ACTION, command.now()));
    }

    Mono<Outcome<MatterFile>> returnToDraft(UUID matterId, @Nullable String opinion, Command command) {
        return decided(RETURN_MATTER, matterId, opinion, command)
                .map(outcome -> outcome.opening(SUBMIT_MATTER.name(), Assignee.holders(SUPERVISION_CHIEF), null)
                        .announcing("returned", Priority.ACTION, command.now()));
    }

    Mono<Outcome<MatterFile>> cancel(UUID matterId, @Nullable String opinion, Command command) {
        return decided(CANCEL_MATTER, matterId, opinion, command)
                .map(outcome -> outcome.announcing("cancelled", Priority.INFO, command.now()));
    }

    private Mono<Outcome<MatterFile>> decided(
            MatterMove verdict, UUID matterId, @Nullable String opinion, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().decide(verdict, opinion, command)))
                .map(file -> Outcome.about(file)
                        .updating(file.matter())
                        .inserting(MatterEntry.of(verdict, matterId, opinion, command))
                        .closing(APPROVE_MATTER.name()));
    }
}
