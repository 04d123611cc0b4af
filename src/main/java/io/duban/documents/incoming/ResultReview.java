package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;

import io.duban.documents.incoming.UnitAssignment.Duty;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office looks at what units handed in: accepted, or sent back with its defects (退回补正); a co unit it does without is released. */
@Component
class ResultReview {

    private final PaperFiles files;
    private final WrittenInstructions instructions;

    ResultReview(PaperFiles files, WrittenInstructions instructions) {
        this.files = files;
        this.instructions = instructions;
    }

    /** The clock goes on as if the result had never been handed in (domain 0.3). */
    Mono<Outcome<PaperFile>> sendBack(UUID documentId, UUID assignmentId, List<String> defects, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            var part = before.require(assignmentId);
            UnitAssignmentMove.RETURN_RESULT.check(part.status(), before.version(), command);
            var back = part.duty().leads() && before.document().status() == IncomingStatus.RESULT_SUBMITTED;
            var document = back
                    ? before.document().moved(RETURN_FOR_CORRECTION, command)
                    : before.document().touched(command);
            return before.with(document)
                    .with(part.sentBack(defects))
                    .changedFrom(before, RETURN_FOR_CORRECTION.name(), String.join(";", defects), command)
                    .closing(Desk.ANSWER)
                    .resuming(part.step(Course.HANDLE))
                    .opening(Desk.SUBMIT_RESULT, UnitHandling.unit(part), part.dueAt())
                    .announcing("returnedForCorrection", Priority.ACTION, command.now());
        });
    }

    /** With the last leading result the leaders who asked get their report. */
    Mono<Outcome<PaperFile>> accept(UUID documentId, UUID assignmentId, Command command) {
        return files.require(documentId, command.access()).flatMap(before -> {
            var part = before.require(assignmentId);
            UnitAssignmentMove.ACCEPT.check(part.status(), before.version(), command);
            var after = before.with(before.document().touched(command)).with(part.in(UnitAssignmentMove.ACCEPT));
            var outcome = after.changedFrom(before, "ACCEPT_RESULT", null, command)
                    .announcing("resultAccepted", Priority.INFO, command.now());
            return part.duty().leads() && allAccepted(after)
                    ? instructions.reportedWith(after, command).map(outcome::including)
                    : Mono.just(outcome);
        });
    }

    Mono<Outcome<PaperFile>> release(UUID documentId, UUID assignmentId, String reason, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            var part = before.require(assignmentId);
            UnitAssignmentMove.RELEASE.check(part.status(), before.version(), command);
            if (part.duty() != Duty.CO) {
                throw Refusal.illegalState(
                        UnitAssignmentMove.RELEASE.name(), part.duty().name(), List.of());
            }
            var after = before.with(before.document().touched(command)).with(part.released(reason));
            var outcome = after.changedFrom(before, "RELEASE", reason, command)
                    .closingAt(Desk.SIGN_FOR_ASSIGNMENT, part.unitId())
                    .closingAt(Desk.SUBMIT_RESULT, part.unitId())
                    .satisfying(part.step(Course.SIGN_FOR), command.now())
                    .satisfying(part.step(Course.HANDLE), command.now())
                    .satisfying(part.step(Course.RESUBMIT), command.now())
                    .satisfying(part.step(Course.RETURN_DECIDE), command.now())
                    .announcing("released", Priority.INFO, command.now());
            return after.openAssignments().isEmpty() ? outcome.closing(Desk.COORDINATE) : outcome;
        });
    }

    static boolean allAccepted(PaperFile file) {
        return file.leading().stream().allMatch(part -> part.status() == UnitAssignmentStatus.ACCEPTED);
    }
}
