package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From the leader's words to the units' desks (交办): decomposed by the handler, confirmed by the director; or assigned directly. */
@Component
class IncomingAssigning {

    private final PaperFiles files;
    private final UnitClocks clocks;
    private final Decomposing decomposing;
    private final WrittenInstructions instructions;
    private final Directory directory;

    IncomingAssigning(
            PaperFiles files,
            UnitClocks clocks,
            Decomposing decomposing,
            WrittenInstructions instructions,
            Directory directory) {
        this.files = files;
        this.clocks = clocks;
        this.decomposing = decomposing;
        this.instructions = instructions;
        this.directory = directory;
    }

    /** @param supervise whether the paper is itself a supervision of a superior */
    record Order(UUID documentId, Parts parts, @Nullable String reason, boolean supervise) {}

    /** A new decomposition stands in place of the one before. */
    Mono<Outcome<PaperFile>> draft(Order order, Command command) {
        return files.require(order.documentId(), command.access())
                .map(before -> {
                    var document = before.document().moved(DRAFT_ASSIGNMENT, command);
                    var dropped = before.in(UnitAssignmentStatus.DRAFTED).stream()
                            .map(draft -> draft.in(UnitAssignmentMove.DROP));
                    var drafts = order.parts().on(document, command).stream();
                    SuperiorTasks.requireSuperior(document, order.supervise());
                    return before.with(document.with(document.assigning()
                                    .drafted(command.officer().id(), order.supervise())))
                            .withAssignments(Stream.concat(dropped, drafts).toList())
                            .changedFrom(before, DRAFT_ASSIGNMENT.name(), null, command)
                            .closing(Desk.DRAFT_ASSIGNMENT)
                            .opening(Desk.ASSIGN, Assignee.holders(OFFICE_DIRECTOR), before.dueAt())
                            .announcing("assignmentDrafted", Priority.ACTION, command.now());
                })
                .delayUntil(outcome -> requireUnits(order.parts().units()));
    }

    /** The director's confirmation puts it on the units' desks, and all that leaders asked on the paper with it. */
    Mono<Outcome<PaperFile>> confirm(UUID documentId, Command command) {
        return files.require(documentId, command.access()).flatMap(before -> {
            var document = before.document().moved(ASSIGN, command);
            document.leading().requireSettled();
            Separation.require(
                    command,
                    "分解人不能确认自己的分解。",
                    "Who decomposed it does not confirm it.",
                    document.assigning().draftedBy());
            var drafts = before.in(UnitAssignmentStatus.DRAFTED);
            if (drafts.isEmpty()) {
                throw Refusal.of(
                        RefusalCode.E_GEN_HOST_REQUIRED, "请先分解任务,明确主办单位。", "Decompose it and name the host first.");
            }
            var supervised = SuperiorTasks.draftedWith(before.with(document), drafts, command);
            var tracked = supervised
                    .map(matter -> document.with(
                            document.assigning().supervisedBy(matter.subject().id())))
                    .orElse(document);
            return assigned(before, tracked, drafts, false, null, command)
                    .doOnNext(outcome -> supervised.ifPresent(outcome::including))
                    .flatMap(outcome -> instructions
                            .assignedWith(outcome.subject(), live(outcome.subject()), command)
                            .map(outcome::including));
        });
    }

    /** Within a department's own powers, and nothing a leader must see. */
    Mono<Outcome<PaperFile>> assignDirectly(Order order, Command command) {
        return files.require(order.documentId(), command.access())
                .flatMap(before -> {
                    var document = before.document().moved(ASSIGN_DIRECTLY, command);
                    document.content().requireUnimportant();
                    return decomposing
                            .toBeActedOn(before.with(document))
                            .flatMap(paper -> assigned(
                                    before,
                                    paper.document(),
                                    order.parts().on(document, command),
                                    true,
                                    order.reason(),
                                    command));
                })
                .delayUntil(outcome -> requireUnits(order.parts().units()));
    }

    private Mono<Outcome<PaperFile>> assigned(
            PaperFile before,
            IncomingDocument moved,
            List<UnitAssignment> drafts,
            boolean fresh,
            @Nullable String reason,
            Command command) {
        var units = drafts.stream().map(UnitAssignment::unitId).collect(Collectors.toSet());
        var assigning = moved.assigning().assigned(command.officer().id(), reason, command.now());
        return directory
                .leadersInChargeOf(units)
                .flatMap(leaders -> whole(
                                before, moved.with(assigning).withUnits(units).withHands(leaders), units.size())
                        .flatMap(timed -> clocks.start(before.with(timed.document()), drafts, fresh, command)
                                .map(started -> onDesks(before, timed, started, leaders, command))));
    }

    private static Outcome<PaperFile> onDesks(
            PaperFile before, Timed timed, List<UnitClocks.Started> started, Set<UUID> leaders, Command command) {
        var parts = started.stream().map(UnitClocks.Started::assignment).toList();
        var units = parts.stream().map(UnitAssignment::unitId).collect(Collectors.toSet());
        var after = before.with(timed.document()).withAssignments(parts);
        var reason = after.document().assigning().directReason();
        var outcome = after.changedFrom(
                        before, reason == null ? ASSIGN.name() : ASSIGN_DIRECTLY.name(), reason, command)
                .closing(Desk.ASSIGN)
                .closing(Desk.DRAFT_ASSIGNMENT)
                .closing(Desk.SUBMIT_TO_LEADER)
                .closing(Desk.PROPOSE)
                .closing(Desk.CIRCULATE)
                .closing(Desk.COMPLETE)
                .satisfying(Course.ASSIGN, command.now())
                .opening(
                        Desk.SIGN_FOR_ASSIGNMENT,
                        Assignee.holdersAt(units, UNIT_LIAISON),
                        started.get(0).signBy().currentDueAt())
                .announcing(Event.of(
                                "assigned", after.document().content().urgency().priority(), after, command.now())
                        .to(leaders));
        started.forEach(part -> part.on(outcome));
        return timed.on(outcome);
    }

    /** The assigned paper, and the clock of the whole of it where that changes. */
    private record Timed(
            IncomingDocument document, @Nullable Deadline due, boolean first) {

        Outcome<PaperFile> on(Outcome<PaperFile> outcome) {
            if (due == null) {
                return outcome;
            }
            return first ? outcome.starting(due) : outcome.replacing(due);
        }
    }

    /** Several units get a longer term; a paper that has just become one to act on gets its first. */
    private Mono<Timed> whole(PaperFile before, IncomingDocument assigned, int units) {
        var urgency = assigned.content().urgency();
        var registeredAt = assigned.register().registeredAt();
        var first =
                assigned.content().isAction() && !before.document().content().isAction();
        if (registeredAt == null || !first && urgency.wholeRule(units).equals(urgency.wholeRule(1))) {
            return Mono.just(new Timed(assigned, null, false));
        }
        return decomposing
                .whole(before.with(assigned), units, registeredAt)
                .map(due -> new Timed(assigned.with(assigned.course().running(due)), due, first));
    }

    private static List<UnitAssignment> live(PaperFile paper) {
        return paper.assignments().stream()
                .filter(part -> part.status().isLive())
                .toList();
    }

    private Mono<Void> requireUnits(Set<UUID> units) {
        return directory
                .canAllSignFor(units)
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/assignments", "承办单位不存在。", "A unit does not exist.")));
    }
}
