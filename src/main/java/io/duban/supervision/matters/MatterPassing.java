package io.duban.supervision.matters;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Posts outlast people and units (domain 2.4, edge cases): the part of a unit that was abolished or renamed passes to its successor, and a matter
 * belongs to the post of the leader it is for, whoever holds it. Both are the office director's to say.
 */
@Component
class MatterPassing {

    private final MatterFiles files;
    private final MatterClocks clocks;
    private final DraftContents contents;
    private final PartResuming resuming;

    MatterPassing(MatterFiles files, MatterClocks clocks, DraftContents contents, PartResuming resuming) {
        this.files = files;
        this.clocks = clocks;
        this.contents = contents;
        this.resuming = resuming;
    }

    /** What the time line says of it. */
    enum Step {
        PASS_PART,
        PASS_MATTER
    }

    /** The part passes as it stands and its dates stay; its clocks go on in the successor's name. */
    Mono<Outcome<MatterFile>> passPart(UUID matterId, UUID unit, UUID successor, String reason, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> requireDirector(file, command))
                .doOnNext(file -> file.matter().requireUnderWay(Step.PASS_PART.name()))
                .doOnNext(file -> requireNew(file, successor))
                .delayUntil(file -> contents.requireObjects(Set.of(successor), command.now()))
                .flatMap(file -> passed(file, part(file, unit), successor, reason, command));
    }

    /** @param leader who holds the post now */
    Mono<Outcome<MatterFile>> passMatter(UUID matterId, UUID leader, String reason, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> requireDirector(file, command))
                .doOnNext(file -> requireOpen(file))
                .delayUntil(file -> contents.requireLeader(leader, "/leaderId"))
                .map(file -> passed(file, leader, command.now())
                        .inserting(MatterEntry.of(Step.PASS_MATTER, matterId, reason, command)));
    }

    /** The matter in another leader's hands, with what lay on the desk of the one before. */
    static Outcome<MatterFile> passed(MatterFile before, UUID leader, Instant now) {
        var matter = before.matter();
        var file = before.with(MatterTurns.ownedBy(matter, leader, now));
        var outcome = Outcome.about(file)
                .updating(file.matter())
                .announcing(Event.of("ownerChanged", Priority.ACTION, file, now).to(Set.of(leader)));
        if (matter.status() == MatterMove.MARK_HANDLED.to()) {
            outcome.closing(MatterMove.STRIKE_OFF.name())
                    .opening(MatterMove.STRIKE_OFF.name(), Assignee.person(leader), null);
        } else if (!matter.unitIds().isEmpty()) {
            outcome.closing(NoticeIssuing.FOLLOW)
                    .opening(NoticeIssuing.FOLLOW, Assignee.person(leader), before.dueAt());
        }
        return outcome;
    }

    private Mono<Outcome<MatterFile>> passed(
            MatterFile before, SupervisionAssignment part, UUID successor, String reason, Command command) {
        var taken = PartChanges.passed(part, successor);
        return part.status().isThrough()
                ? Mono.fromSupplier(
                        () -> passed(before, part, taken, reason, command).updating(taken))
                : clocks.host(before.id(), successor, before.matter().brief().urgency(), null, command.now())
                        .flatMap(rule -> resuming.resume(before.matter(), taken, asItStood(rule, taken), command.now()))
                        .map(resumed -> {
                            var outcome = passed(before, part, resumed.part(), reason, command);
                            resumed.on(outcome);
                            return outcome;
                        });
    }

    private static Outcome<MatterFile> passed(
            MatterFile before,
            SupervisionAssignment part,
            SupervisionAssignment taken,
            String reason,
            Command command) {
        var now = command.now();
        var moved = before.withPart(taken);
        var file = moved.with(MatterTurns.passedOn(moved.matter(), part.unitId(), taken.unitId(), now));
        var outcome = Outcome.about(file)
                .updating(file.matter())
                .inserting(MatterEntry.of(Step.PASS_PART, before.id(), reason, command))
                .announcing(
                        Event.of(Everybody.RELEASED, Priority.ACTION, file, now).lastTo(Set.of(part.unitId())))
                .announcing(Event.of("partPassed", Priority.ACTION, file, now).to(Set.of(taken.unitId())));
        Everybody.end(List.of(part), outcome, command);
        return outcome;
    }

    /** What the unit before owed now lies with the successor, until the same day. */
    private static Deadline asItStood(Deadline rule, SupervisionAssignment part) {
        return new Deadline(
                rule.id(),
                rule.subjectType(),
                rule.subjectId(),
                rule.step(),
                rule.ruleId(),
                rule.ruleVersion(),
                rule.calendarVersion(),
                rule.triggerAt(),
                part.originalDueAt(),
                part.dueAt(),
                part.warnAt(),
                rule.provisional());
    }

    private static SupervisionAssignment part(MatterFile file, UUID unit) {
        var part = file.assignments().stream()
                .filter(one -> one.unitId().equals(unit) && one.status() != AssignmentStatus.RELEASED)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/unitId", "该单位不承担本事项。", "That unit has no part in this matter."));
        if (part.status() == AssignmentStatus.FEEDBACK_SUBMITTED) {
            throw Refusal.illegalState(
                    Step.PASS_PART.name(), part.status().name(), List.of(AssignmentMove.ACCEPT.name()));
        }
        return part;
    }

    private static void requireDirector(MatterFile file, Command command) {
        if (command.seenVersion() != file.version()) {
            throw Refusal.stale(file.version());
        }
        if (!command.officer().has(Role.OFFICE_DIRECTOR)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "由办公室主任办理。", "The office director does this.");
        }
    }

    private static void requireOpen(MatterFile file) {
        if (!file.matter().status().isOpen()) {
            throw Refusal.illegalState(Step.PASS_MATTER.name(), file.state(), List.of());
        }
    }

    private static void requireNew(MatterFile file, UUID successor) {
        if (file.assignments().stream().anyMatch(part -> part.unitId().equals(successor))) {
            throw Refusal.invalid(
                    "/successorUnitId",
                    "承接单位已承担本事项,请变更督查范围。",
                    "The successor has a part already; change the scope instead.");
        }
    }
}
