package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A unit says its part is another's (退回改派): once, within a working day. While it is undecided the clock runs. */
@Component
class ReturnAsking {

    private final MatterFiles files;
    private final MatterClocks clocks;
    private final Directory directory;

    ReturnAsking(MatterFiles files, MatterClocks clocks, Directory directory) {
        this.files = files;
        this.clocks = clocks;
        this.directory = directory;
    }

    /** {@code E_GEN_DESIGNATED}, {@code E_GEN_RETURN_TWICE} or {@code E_GEN_RETURN_WINDOW} when it may not. */
    Mono<Outcome<MatterFile>> ask(UUID matterId, UUID assignmentId, ReturnRequest.Wish wish, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            var move = move(before);
            var asked = new PartReturn(part).asked(move, command);
            var after = before.after(move, List.of(asked), command.now());
            return requireOther(part, wish)
                    .then(clocks.returnDecision(before.id(), part.unitId(), command.now()))
                    .map(due -> AssignmentFeedback.changed(after, part.id())
                            .inserting(ReturnRequest.asked(part, wish, move == DISPUTE, command))
                            .inserting(MatterEntry.of(move, asked, wish.words(), List.of(wish.legalBasis()), command))
                            .closing(UnitStep.SIGN_FOR.of(part.unitId()))
                            .satisfying(UnitStep.SIGN_FOR.of(part.unitId()), command.now())
                            .closing(UnitStep.SUBMIT_FINAL.of(part.unitId()))
                            .closing(UnitStep.STAGE.of(part.unitId()))
                            .starting(due, UnitAlarms.returnDecision(part.unitId()))
                            .opening(
                                    UnitStep.DECIDE_RETURN.of(part.unitId()),
                                    Assignee.holders(move == DISPUTE ? OFFICE_DIRECTOR : SUPERVISION_CHIEF),
                                    due.currentDueAt())
                            .announcing(
                                    move == DISPUTE ? "disputed" : "returnRequested", Priority.ACTION, command.now()));
        });
    }

    /** The second return on one matter is a dispute (domain 0.4). */
    static AssignmentMove move(MatterFile file) {
        return file.assignments().stream().anyMatch(part -> part.status() == AssignmentStatus.REASSIGNED)
                ? DISPUTE
                : REQUEST_RETURN;
    }

    private Mono<Void> requireOther(SupervisionAssignment part, ReturnRequest.Wish wish) {
        return wish.suggestedUnitId().equals(part.unitId())
                ? Mono.error(Refusal.invalid("/suggestedUnitId", "建议承办单位须为其他单位。", "Suggest another unit."))
                : directory
                        .canAllSignFor(Set.of(wish.suggestedUnitId()))
                        .flatMap(can -> can
                                ? Mono.empty()
                                : Mono.error(Refusal.invalid(
                                        "/suggestedUnitId", "建议承办单位不存在。", "The suggested unit does not exist.")));
    }
}
