package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.UNIT_LIAISON;
import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.ReturnRequest.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The supervision chief decides on a return, the office director on a dispute after the coordination meeting; never one of that unit, never who asked.
 * The unit that gets the part has a new full period; the date of the matter stays.
 */
@Component
class ReturnDeciding {

    private final MatterFiles files;
    private final ReturnRequests requests;
    private final MatterClocks clocks;
    private final PartStarting starting;
    private final DraftContents contents;
    private final Directory directory;

    ReturnDeciding(
            MatterFiles files,
            ReturnRequests requests,
            MatterClocks clocks,
            PartStarting starting,
            DraftContents contents,
            Directory directory) {
        this.files = files;
        this.requests = requests;
        this.clocks = clocks;
        this.starting = starting;
        this.contents = contents;
        this.directory = directory;
    }

    Mono<Outcome<MatterFile>> decide(UUID matterId, UUID assignmentId, ReturnRequest.Verdict verdict, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            var move = move(part, verdict);
            move.check(part.status(), part.version(), command);
            requireImpartial(part, command);
            var decided = verdict.keeps(part)
                    ? kept(before, part, move, verdict, command)
                    : requireOther(before, Objects.requireNonNull(verdict.unitId()), command.now())
                            .then(Mono.defer(() -> reassigned(before, part, move, verdict, command)));
            return decided.flatMap(outcome -> requests.requireLast(part.id())
                    .map(request -> request.decided(
                            verdict.keeps(part) ? Decision.KEPT : Decision.REASSIGNED,
                            verdict.keeps(part) ? null : verdict.unitId(),
                            verdict.words(),
                            command))
                    .map(outcome::updating));
        });
    }

    private static AssignmentMove move(SupervisionAssignment part, ReturnRequest.Verdict verdict) {
        var disputed = part.status() == AssignmentStatus.DISPUTED;
        if (verdict.keeps(part)) {
            return disputed ? DESIGNATE_HOLDER : KEEP;
        }
        return disputed ? DESIGNATE : REASSIGN;
    }

    static void requireImpartial(SupervisionAssignment part, Command command) {
        if (part.posts().include(command.officer())) {
            throw UnitPosts.ownUnit();
        }
        Separation.require(
                command,
                "申请退办的人不能审定。",
                "Who asks does not decide.",
                part.returning().returnAskedById());
    }

    private Mono<Outcome<MatterFile>> kept(
            MatterFile before,
            SupervisionAssignment part,
            AssignmentMove move,
            ReturnRequest.Verdict verdict,
            Command command) {
        var after = before.after(move, List.of(new PartReturn(part).kept(move)), command.now());
        var unit = part.unitId();
        return clocks.signFor(before.id(), unit, before.matter().brief().urgency(), command.now())
                .map(signBy -> decided(after, after.assignment(part.id()), move, verdict, command)
                        .starting(signBy, UnitAlarms.signFor(unit))
                        .opening(
                                UnitStep.SIGN_FOR.of(unit),
                                Assignee.holdersAt(Set.of(unit), UNIT_LIAISON),
                                signBy.currentDueAt())
                        .announcing(Event.of(
                                        move == DESIGNATE_HOLDER ? "designated" : "returnRefused",
                                        Priority.ACTION,
                                        after,
                                        command.now())
                                .to(Set.of(unit))));
    }

    private Mono<Outcome<MatterFile>> reassigned(
            MatterFile before,
            SupervisionAssignment part,
            AssignmentMove move,
            ReturnRequest.Verdict verdict,
            Command command) {
        var unit = Objects.requireNonNull(verdict.unitId());
        return clocks.anew(before.matter(), part, unit, command.now())
                .flatMap(due -> starting.start(before.matter(), start(part, unit, due, command)))
                .map(started -> started.with(new PartReturn(part).takenOverBy(started.assignment(), move == DESIGNATE)))
                .map(started -> {
                    var given = new PartReturn(part).givenAway(move);
                    var after = before.after(move, List.of(given, started.assignment()), command.now());
                    var outcome = decided(after, given, move, verdict, command)
                            .closing(UnitStep.DECIDE_EXTENSION.of(part.unitId()))
                            .satisfying(UnitStep.HANDLE.of(part.unitId()), command.now());
                    StageReports.end(given, outcome, command.now());
                    started.on(outcome);
                    return outcome.announcing(Event.of(
                                    move == DESIGNATE ? "designated" : "reassigned",
                                    Priority.ACTION,
                                    after,
                                    command.now())
                            .to(Set.of(unit, part.unitId())));
                });
    }

    private static PartStarting.Start start(SupervisionAssignment part, UUID unit, Deadline due, Command command) {
        return new PartStarting.Start(unit, part.duty(), due, part.reminding().chaserId(), command.now());
    }

    private static Outcome<MatterFile> decided(
            MatterFile after,
            SupervisionAssignment part,
            AssignmentMove move,
            ReturnRequest.Verdict verdict,
            Command command) {
        return AssignmentFeedback.changed(after, part.id())
                .inserting(MatterEntry.of(move, part, verdict.words(), List.of(), command))
                .closing(UnitStep.DECIDE_RETURN.of(part.unitId()))
                .satisfying(UnitStep.DECIDE_RETURN.of(part.unitId()), command.now());
    }

    /** {@code E_SUP_OBJECT_NOT_ALLOWED} for one that supervision has no authority over (条例 art. 5). */
    private Mono<Void> requireOther(MatterFile before, UUID unit, Instant now) {
        var has = before.assignments().stream()
                .anyMatch(part -> part.unitId().equals(unit) && part.status() != AssignmentStatus.REASSIGNED);
        if (has) {
            return Mono.error(Refusal.invalid("/unitId", "该单位已有任务。", "That unit has a part in it already."));
        }
        return directory
                .canAllSignFor(Set.of(unit))
                .flatMap(can -> can
                        ? contents.requireObjects(Set.of(unit), now)
                        : Mono.error(Refusal.invalid("/unitId", "承办单位不存在。", "The unit does not exist.")));
    }
}
