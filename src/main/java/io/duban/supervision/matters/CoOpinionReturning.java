package io.duban.supervision.matters;

import static io.duban.supervision.matters.AssignmentMove.RETURN_CO;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The host sends a co unit's opinion without substance back, once; the co unit hands in anew within five working days (domain 0.4). */
@Component
class CoOpinionReturning {

    private final MatterFiles files;
    private final FinalFeedbacks finals;
    private final MatterClocks clocks;

    CoOpinionReturning(MatterFiles files, FinalFeedbacks finals, MatterClocks clocks) {
        this.files = files;
        this.finals = finals;
        this.clocks = clocks;
    }

    /** {@code E_GEN_RETURN_TWICE} the second time. */
    Mono<Outcome<MatterFile>> sendBack(UUID matterId, UUID assignmentId, String defect, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            RETURN_CO.check(part.status(), part.version(), command);
            if (!isHostOf(before, part, command.officer())) {
                throw Refusal.of(
                        RefusalCode.E_GEN_SCOPE,
                        "协办意见由正在承办的主办单位退回。",
                        "The host sends a co unit's opinion back, while it is at work itself.");
            }
            return clocks.resubmission(before.id(), part.unitId(), command.now())
                    .flatMap(due -> sentBack(before, part, defect, due, command));
        });
    }

    /** While the host is still at it: with its own result in, it is the supervisor who judges. */
    static boolean isHostOf(MatterFile file, SupervisionAssignment part, Officer officer) {
        return part.duty() == SupervisionAssignment.Duty.CO
                && file.assignments().stream()
                        .filter(host -> host.duty() == SupervisionAssignment.Duty.HOST
                                && host.status().isAtWork())
                        .anyMatch(host ->
                                officer.hasAt(host.unitId(), RETURN_CO.hands().toArray(Role[]::new)));
    }

    private Mono<Outcome<MatterFile>> sentBack(
            MatterFile before, SupervisionAssignment part, String defect, Deadline due, Command command) {
        var back = new PartReturn(part).sentBackByHost(defect, due);
        var after = before.after(RETURN_CO, List.of(back), command.now());
        var outcome = AssignmentFeedback.changed(after, part.id())
                .inserting(MatterEntry.of(RETURN_CO, back, defect, command))
                .closing(UnitStep.REVIEW.of(part.unitId()))
                .satisfying(UnitStep.REVIEW.of(part.unitId()), command.now())
                .starting(due, UnitAlarms.handle(after, back))
                .opening(
                        UnitStep.SUBMIT_FINAL.of(part.unitId()),
                        AssignmentFeedback.signers(after, back),
                        due.currentDueAt())
                .announcing(Event.of("coReturned", Priority.ACTION, after, command.now())
                        .to(Set.of(part.unitId())));
        return finals.findFirstByAssignmentIdOrderByAttemptDesc(part.id())
                .map(last -> last.reviewed(
                        FinalFeedback.Verdict.RETURNED_BY_HOST,
                        command.officer().id(),
                        null,
                        List.of(defect),
                        command.now()))
                .map(outcome::updating);
    }
}
