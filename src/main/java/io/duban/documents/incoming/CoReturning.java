package io.duban.documents.incoming;

import static io.duban.documents.incoming.UnitAssignmentMove.RETURN_CO;

import io.duban.documents.incoming.UnitAssignment.Duty;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.CoOpinion;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The host sends a co unit's opinion without substance back, once; the co unit hands in anew within five working days (domain 0.4). */
@Component
class CoReturning {

    private static final String RULE = "DOC_CO_RESUBMIT";

    private final PaperFiles files;
    private final Deadlines deadlines;

    CoReturning(PaperFiles files, Deadlines deadlines) {
        this.files = files;
        this.deadlines = deadlines;
    }

    /** {@code E_GEN_RETURN_TWICE} the second time. */
    Mono<Outcome<PaperFile>> sendBack(UUID documentId, UUID assignmentId, String reason, Command command) {
        return files.require(documentId, command.access()).flatMap(before -> {
            var part = before.require(assignmentId);
            requireHost(before, command);
            RETURN_CO.check(part.status(), before.version(), command);
            if (part.duty() != Duty.CO) {
                throw Refusal.illegalState(RETURN_CO.name(), part.duty().name(), List.of());
            }
            new CoOpinion(part.verdict().hostReturnReason() != null).requireFirst();
            return deadlines
                    .start(RULE, PaperFile.SUBJECT_TYPE, before.id(), part.step(Course.RESUBMIT), command.now())
                    .map(due -> sentBack(before, part, reason, due, command));
        });
    }

    private static Outcome<PaperFile> sentBack(
            PaperFile before, UnitAssignment part, String reason, Deadline due, Command command) {
        return before.with(before.document().touched(command))
                .with(part.sentBackByHost(reason, command.officer().id(), due))
                .changedFrom(before, RETURN_CO.name(), reason, command)
                .starting(due)
                .opening(Desk.SUBMIT_RESULT, UnitHandling.unit(part), due.currentDueAt())
                .announcing("coReturned", Priority.ACTION, command.now());
    }

    /** While the host is still at it: with its own result in, it is the office that judges. */
    private static void requireHost(PaperFile paper, Command command) {
        var hosts = paper.in(UnitAssignmentStatus.HANDLING).stream()
                .filter(part -> part.duty() == Duty.HOST)
                .anyMatch(part -> command.officer().hasAt(part.unitId(), UnitHands.WHO_SPEAK));
        if (!hosts) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "协办意见由正在承办的主办单位退回。",
                    "The host sends a co unit's opinion back, while it is at work itself.");
        }
    }
}
