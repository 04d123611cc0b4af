package io.duban.documents.incoming;

import static io.duban.documents.incoming.UnitAssignmentMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A unit says it is another's (退回改派): once, in its window; the second time on one paper it is disputed, and the office designates. */
@Component
class UnitReturning {

    private final PaperFiles files;
    private final UnitClocks clocks;
    private final Deadlines deadlines;
    private final Directory directory;

    UnitReturning(PaperFiles files, UnitClocks clocks, Deadlines deadlines, Directory directory) {
        this.files = files;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /** @param unitId who gets it; null or the same unit when it is kept */
    record Decision(
            UUID documentId, UUID assignmentId, @Nullable UUID unitId, String words) {

        boolean keeps(UnitAssignment part) {
            return unitId == null || unitId.equals(part.unitId());
        }
    }

    Mono<Outcome<PaperFile>> ask(UnitReturn.Wish wish, Command command) {
        return files.require(wish.documentId(), command.access()).flatMap(before -> {
            var part = before.require(wish.assignmentId());
            UnitHands.requireUnit(part, command);
            var move = before.document().assigning().unitReturns() > 0 ? DISPUTE : ASK_RETURN;
            move.check(part.status(), before.version(), command);
            part.returnRight().require(command.now());
            return deadlines
                    .start(
                            "DOC_RETURN_DECIDE",
                            PaperFile.SUBJECT_TYPE,
                            before.id(),
                            part.step(Course.RETURN_DECIDE),
                            command.now())
                    .map(due -> before.with(before.document().touched(command))
                            .with(part.returnAsked(
                                    move, wish.by(command.officer().id(), command.now())))
                            .changedFrom(before, move.name(), wish.text(), command)
                            .starting(due)
                            .opening(
                                    Desk.DECIDE_RETURN,
                                    Assignee.holders(OFFICE_DIRECTOR, OFFICE_DEPUTY),
                                    due.currentDueAt())
                            .announcing("returnRequested", Priority.ACTION, command.now()));
        });
    }

    Mono<Outcome<PaperFile>> decide(Decision decision, Command command) {
        return files.require(decision.documentId(), command.access()).flatMap(before -> {
            var part = before.require(decision.assignmentId());
            (decision.keeps(part) ? KEEP : REASSIGN).check(part.status(), before.version(), command);
            Separation.require(
                    command,
                    "申请退办的人不能审定。",
                    "Who asks does not decide.",
                    part.unitReturn().returnAskedBy());
            return decision.keeps(part)
                    ? Mono.just(kept(before, part, decision, command))
                    : requireOther(before, decision).then(reassigned(before, part, decision, command));
        });
    }

    /** It begins anew with its receipt; a paper that was being handled goes back to where the unit had got it. */
    private static Outcome<PaperFile> kept(PaperFile before, UnitAssignment part, Decision decision, Command command) {
        var disputed = part.status() == UnitAssignmentStatus.DISPUTED;
        var again = part.duty().leads() && before.document().status() == IncomingStatus.HANDLING;
        var document = again
                ? before.document().moved(IncomingMove.REASSIGN, command)
                : before.document().touched(command);
        var after =
                before.with(document).with(part.kept(disputed, command.officer().id(), decision.words()));
        return decided(after, before, part, decision, command)
                .opening(
                        Desk.SIGN_FOR_ASSIGNMENT, Assignee.holdersAt(Set.of(part.unitId()), UNIT_LIAISON), part.dueAt())
                .announcing(disputed ? "designated" : "returnRefused", Priority.ACTION, command.now());
    }

    private Mono<Outcome<PaperFile>> reassigned(
            PaperFile before, UnitAssignment part, Decision decision, Command command) {
        var disputed = part.status() == UnitAssignmentStatus.DISPUTED;
        var unit = Objects.requireNonNull(decision.unitId());
        var moved = part.duty().leads()
                ? before.document().moved(IncomingMove.REASSIGN, command)
                : before.document().touched(command);
        var document = moved.with(moved.assigning().returnedByUnit()).withUnits(Set.of(unit));
        return clocks.startAgain(before, part.inPlaceFor(unit, disputed), command)
                .map(started -> {
                    var after = before.with(document)
                            .with(part.givenAway(command.officer().id(), decision.words()), started.assignment());
                    var outcome = decided(after, before, part, decision, command)
                            .closingAt(Desk.SIGN_FOR_ASSIGNMENT, part.unitId())
                            .satisfying(part.step(Course.SIGN_FOR), command.now())
                            .satisfying(part.step(Course.HANDLE), command.now())
                            .opening(
                                    Desk.SIGN_FOR_ASSIGNMENT,
                                    Assignee.holdersAt(Set.of(unit), UNIT_LIAISON),
                                    started.signBy().currentDueAt())
                            .announcing(disputed ? "designated" : "reassigned", Priority.ACTION, command.now());
                    started.on(outcome);
                    return outcome;
                });
    }

    private static Outcome<PaperFile> decided(
            PaperFile after, PaperFile before, UnitAssignment part, Decision decision, Command command) {
        var outcome = after.changedFrom(before, "DECIDE_RETURN", decision.words(), command)
                .satisfying(part.step(Course.RETURN_DECIDE), command.now())
                .closingAt(Desk.SUBMIT_RESULT, part.unitId());
        var waiting = after.assignments().stream()
                .anyMatch(other -> other.status() == UnitAssignmentStatus.RETURN_ASKED
                        || other.status() == UnitAssignmentStatus.DISPUTED);
        return waiting ? outcome : outcome.closing(Desk.DECIDE_RETURN);
    }

    private Mono<Void> requireOther(PaperFile before, Decision decision) {
        var unit = Objects.requireNonNull(decision.unitId());
        var has = before.assignments().stream()
                .anyMatch(part -> part.unitId().equals(unit) && part.status().isLive());
        if (has) {
            return Mono.error(Refusal.invalid("/unitId", "该单位已有任务。", "That unit has a part in it already."));
        }
        return directory
                .canAllSignFor(Set.of(unit))
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/unitId", "承办单位不存在。", "The unit does not exist.")));
    }
}
