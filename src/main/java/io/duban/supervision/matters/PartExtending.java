package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentAct.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * More time for a unit's part (延期): asked by its head before it is due, once, counted from the original date. The director grants up to ten working
 * days, the leader who instructed more; nobody of that unit decides, and silence is no consent.
 */
@Component
class PartExtending {

    private final MatterFiles files;
    private final ExtensionRequests requests;
    private final MatterClocks clocks;

    PartExtending(MatterFiles files, ExtensionRequests requests, MatterClocks clocks) {
        this.files = files;
        this.requests = requests;
        this.clocks = clocks;
    }

    Mono<Outcome<MatterFile>> ask(UUID matterId, UUID assignmentId, ExtensionRequest.Wish wish, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            REQUEST_EXTENSION.check(part, command);
            before.matter().requireUnderWay(REQUEST_EXTENSION.name());
            REQUEST_EXTENSION.require(!part.extending().isPending(), part);
            part.extensionRight().require(wish.until(), command.now());
            return requireShortEnough(before, part, wish, command)
                    .then(clocks.latestExtension(part, PartRules.DIRECTORS_EXTENSION))
                    .map(latest -> asked(before, part, wish, wish.until().isAfter(latest), command));
        });
    }

    Mono<Outcome<MatterFile>> decide(UUID matterId, UUID assignmentId, boolean granted, String words, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            DECIDE_EXTENSION.check(part, command);
            before.matter().requireUnderWay(DECIDE_EXTENSION.name());
            DECIDE_EXTENSION.require(part.extending().isPending(), part);
            command.requireCovers(Set.of(part.unitId()), false);
            requireApprover(before.matter(), part, command);
            Separation.require(
                    command,
                    "申请延期的人不能审批。",
                    "Who asks does not decide.",
                    part.extending().extensionAskedById());
            return requests.requireLast(part.id())
                    .map(request -> decided(before, part, request.decided(granted, words, command), command));
        });
    }

    private static Outcome<MatterFile> asked(
            MatterFile before,
            SupervisionAssignment part,
            ExtensionRequest.Wish wish,
            boolean toLeader,
            Command command) {
        var asker = command.officer().id();
        var asked = part.edit()
                .extending(part.extending().asked(wish.until(), asker, toLeader))
                .done();
        var after = before.after(asked, command.now());
        return AssignmentFeedback.changed(after, part.id())
                .inserting(ExtensionRequest.asked(part, wish, toLeader, command))
                .inserting(MatterEntry.of(REQUEST_EXTENSION, asked, wish.reason(), command))
                .opening(UnitStep.DECIDE_EXTENSION.of(part.unitId()), desk(before.matter(), asked), part.dueAt())
                .announcing("extensionRequested", Priority.ACTION, command.now());
    }

    /** The clock and what is due by it move; the original date stays for the figures. */
    private static Outcome<MatterFile> decided(
            MatterFile before, SupervisionAssignment part, ExtensionRequest request, Command command) {
        var granted = Boolean.TRUE.equals(request.granted());
        var edit = part.edit().extending(part.extending().decided(granted));
        var warn = part.extensionRight().warnBefore(request.until());
        var changed = granted
                ? edit.due(request.until(), warn)
                        .returning(part.returning().withoutOuterDate())
                        .done()
                : edit.done();
        var after = before.after(changed, command.now());
        var outcome = AssignmentFeedback.changed(after, part.id())
                .updating(request)
                .inserting(MatterEntry.of(DECIDE_EXTENSION, changed, request.decisionWords(), command))
                .closing(UnitStep.DECIDE_EXTENSION.of(part.unitId()));
        if (granted) {
            outcome.extending(UnitStep.HANDLE.of(part.unitId()), request.until(), warn);
            redate(after, changed, outcome);
        }
        return outcome.announcing(
                Event.of(granted ? "extensionGranted" : "extensionRefused", Priority.ACTION, after, command.now())
                        .to(Set.of(part.unitId())));
    }

    private static void redate(MatterFile after, SupervisionAssignment part, Outcome<MatterFile> outcome) {
        if (part.status().isAtWork()) {
            outcome.opening(
                    UnitStep.SUBMIT_FINAL.of(part.unitId()), AssignmentFeedback.signers(after, part), part.dueAt());
        }
        var leader = after.matter().brief().instructingLeaderId();
        if (leader != null) {
            outcome.opening(NoticeIssuing.FOLLOW, Assignee.person(leader), after.dueAt());
        }
    }

    /** A co unit is never lengthened past the day its host needs the opinion; some matters are never lengthened beyond a limit. */
    private Mono<Void> requireShortEnough(
            MatterFile before, SupervisionAssignment part, ExtensionRequest.Wish wish, Command command) {
        if (!part.duty().leads()) {
            return Mono.justOrEmpty(before.hosts().stream().findFirst())
                    .flatMap(host -> clocks.requireBeforeHost(before.matter(), host, wish.until(), command.now()));
        }
        return Mono.justOrEmpty(PartRules.of(before.matter()).longestExtension())
                .flatMap(rule -> clocks.latestExtension(part, rule))
                .flatMap(latest -> wish.until().isAfter(latest)
                        ? Mono.error(Refusal.invalid("/until", "延期超过了规定的最长期限。", "That is longer than the rule allows."))
                        : Mono.empty());
    }

    static void requireApprover(SupervisionMatter matter, SupervisionAssignment part, Command command) {
        if (!isApprover(matter, part, command.officer().id(), command.officer().has(OFFICE_DIRECTOR))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "十个工作日以内的延期由办公室主任审批,超过的由交办领导审批。",
                    "The director grants up to ten working days, the instructing leader more.");
        }
    }

    static boolean isApprover(SupervisionMatter matter, SupervisionAssignment part, UUID person, boolean director) {
        return part.extending().extensionToLeader() ? person.equals(ownerId(matter)) : director;
    }

    /** Who decides on what is asked for. */
    static Assignee desk(SupervisionMatter matter, SupervisionAssignment part) {
        if (!part.extending().extensionToLeader()) {
            return Assignee.holders(OFFICE_DIRECTOR);
        }
        var owner = ownerId(matter);
        return owner == null ? Assignee.holders(CHIEF_LEADER) : Assignee.person(owner);
    }

    /** Who instructed it; else who let it be opened. */
    private static @Nullable UUID ownerId(SupervisionMatter matter) {
        var leader = matter.brief().instructingLeaderId();
        return leader == null ? matter.hands().approvedById() : leader;
    }
}
