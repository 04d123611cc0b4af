package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.incoming.UnitResult.HandIn;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A unit's own steps: signed for with its leader's knowledge (签收), and handed in with its head's signature (反馈). */
@Component
class UnitHandling {

    private final PaperFiles files;
    private final WrittenInstructions instructions;
    private final Directory directory;

    UnitHandling(PaperFiles files, WrittenInstructions instructions, Directory directory) {
        this.files = files;
        this.instructions = instructions;
        this.directory = directory;
    }

    /** @param seenById the deputy or head of the unit who knows of it; null when he signs for it himself */
    record Receipt(
            UUID documentId,
            UUID assignmentId,
            UUID handlerId,
            @Nullable UUID seenById) {}

    Mono<Outcome<PaperFile>> signFor(Receipt receipt, Command command) {
        return files.require(receipt.documentId(), command.access()).flatMap(before -> {
            var part = before.require(receipt.assignmentId());
            UnitHands.requireUnit(part, command);
            UnitAssignmentMove.SIGN_FOR.check(part.status(), before.version(), command);
            var seenBy = seenBy(part, receipt, command);
            return requireLeader(part, seenBy)
                    .then(requireOfUnit(part, receipt.handlerId()))
                    .then(Mono.fromCallable(() -> signedFor(before, part, receipt.handlerId(), seenBy, command)))
                    .flatMap(outcome -> part.duty().leads()
                            ? instructions.begunWith(outcome.subject(), command).map(outcome::including)
                            : Mono.just(outcome));
        });
    }

    Mono<Outcome<PaperFile>> handIn(HandIn handIn, Command command) {
        return files.require(handIn.documentId(), command.access()).map(before -> {
            var part = before.require(handIn.assignmentId());
            UnitHands.requireHead(part, command);
            var move = handIn.isStage() ? UnitAssignmentMove.REPORT_STAGE : UnitAssignmentMove.SUBMIT_RESULT;
            move.check(part.status(), before.version(), command);
            var result = handIn.signedBy(command.officer().id(), before, command.now());
            var handedIn = part.handedIn(move, result);
            return handIn.isStage() ? stage(before, handedIn, command) : submitted(before, handedIn, command);
        });
    }

    private static Outcome<PaperFile> signedFor(
            PaperFile before, UnitAssignment part, UUID handler, UUID seenBy, Command command) {
        var begins = part.duty().leads() && before.document().status() == IncomingStatus.ASSIGNED;
        var document = begins
                ? before.document().moved(BEGIN_HANDLING, command)
                : before.document().touched(command);
        return before.with(document.withHands(Set.copyOf(List.of(handler, seenBy))))
                .with(part.signedFor(handler, seenBy, command.now()))
                .changedFrom(before, "SIGN_FOR_ASSIGNMENT", null, command)
                .closingAt(Desk.SIGN_FOR_ASSIGNMENT, part.unitId())
                .satisfying(part.step(Course.SIGN_FOR), command.now())
                .opening(Desk.SUBMIT_RESULT, unit(part), part.dueAt())
                .announcing("signedFor", Priority.INFO, command.now());
    }

    private static Outcome<PaperFile> stage(PaperFile before, UnitAssignment part, Command command) {
        return before.with(before.document().touched(command))
                .with(part)
                .changedFrom(before, "REPORT_STAGE", part.unitResult().resultText(), command)
                .announcing("stageReported", Priority.INFO, command.now());
    }

    /** A silent co unit does not hold the host up: it is red, and the office coordinates (domain D9). */
    private static Outcome<PaperFile> submitted(PaperFile before, UnitAssignment part, Command command) {
        var after = before.with(part);
        var all = part.duty().leads()
                && after.leading().stream().noneMatch(lead -> lead.status().isOpen());
        var document = all
                ? before.document().moved(SUBMIT_RESULT, command)
                : before.document().touched(command);
        var outcome = after.with(document)
                .changedFrom(before, SUBMIT_RESULT.name(), part.unitResult().resultText(), command)
                .closingAt(Desk.SUBMIT_RESULT, part.unitId())
                .satisfying(part.step(Course.HANDLE), command.now())
                .satisfying(part.step(Course.RESUBMIT), command.now())
                .announcing("resultSubmitted", Priority.ACTION, command.now());
        if (after.openAssignments().isEmpty()) {
            outcome.closing(Desk.COORDINATE);
        } else if (all) {
            outcome.opening(Desk.COORDINATE, Assignee.holders(OFFICE_DIRECTOR), before.dueAt())
                    .announcing("coSilent", Priority.REMINDER, command.now());
        }
        return all ? outcome.opening(Desk.ANSWER, Assignee.holders(DOC_HANDLER), before.dueAt()) : outcome;
    }

    static Assignee unit(UnitAssignment part) {
        return Assignee.holdersAt(Set.of(part.unitId()), UNIT_HEAD, UNIT_LIAISON);
    }

    /** A deputy or head who signs for it himself has seen it. */
    private static UUID seenBy(UnitAssignment part, Receipt receipt, Command command) {
        if (receipt.seenById() != null) {
            return receipt.seenById();
        }
        if (command.officer().hasAt(part.unitId(), UNIT_DEPUTY, UNIT_HEAD)) {
            return command.officer().id();
        }
        throw unaware();
    }

    private Mono<Void> requireLeader(UnitAssignment part, UUID person) {
        return holdsAny(part, person, UNIT_DEPUTY, UNIT_HEAD)
                .flatMap(leads -> leads ? Mono.empty() : Mono.error(unaware()));
    }

    private Mono<Void> requireOfUnit(UnitAssignment part, UUID person) {
        return holdsAny(part, person, UNIT_HANDLER, UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)
                .flatMap(own -> own
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/handlerId", "承办人须为本单位人员。", "The handler is of the unit.")));
    }

    private Mono<Boolean> holdsAny(UnitAssignment part, UUID person, Role... roles) {
        return Flux.just(roles)
                .concatMap(role -> directory.holds(person, role, part.unitId()))
                .any(Boolean::booleanValue);
    }

    private static Refusal unaware() {
        return Refusal.of(
                RefusalCode.E_DOC_UNIT_LEADER_UNAWARE,
                "签收须有单位分管领导或主要负责人阅知,不能直接交科室办理。",
                "The deputy or the head of the unit must know of it before a section gets it.");
    }
}
