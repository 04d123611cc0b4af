package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposes other units for a matter at work, and carries out what the approver decides: parts and clocks open for some and close for others. */
@Component
class ScopeChanging {

    private final MatterFiles files;
    private final ScopeChanges changes;
    private final MatterClocks clocks;
    private final PartStarting starting;
    private final DraftContents contents;

    ScopeChanging(
            MatterFiles files,
            ScopeChanges changes,
            MatterClocks clocks,
            PartStarting starting,
            DraftContents contents) {
        this.files = files;
        this.changes = changes;
        this.clocks = clocks;
        this.starting = starting;
        this.contents = contents;
    }

    Mono<Outcome<MatterFile>> propose(UUID matterId, ScopeChange.Wish wish, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> PROPOSE_SCOPE.check(
                        file.matter().status(), file.matter().version(), command))
                .doOnNext(file -> wish.requirePossible(file))
                .delayUntil(file -> contents.requireObjects(wish.added(), command.now()))
                .map(file -> proposed(file, ScopeChange.proposed(matterId, wish, command), command));
    }

    private static Outcome<MatterFile> proposed(MatterFile before, ScopeChange change, Command command) {
        var matter = before.matter();
        if (matter.course().openChangeId() != null) {
            throw Refusal.illegalState(PROPOSE_SCOPE.name(), matter.status() + "(已有变更申请待批)", List.of());
        }
        var file = before.with(MatterTurns.noted(matter, matter.course().changing(change.id()), command.now()));
        return Outcome.about(file)
                .updating(file.matter())
                .inserting(change)
                .inserting(
                        MatterEntry.of(PROPOSE_SCOPE, file.id(), change.wish().reason(), command))
                .opening(CHANGE_SCOPE.name(), new Approver(matter.brief()).desk(), null)
                .announcing("scopeChangeProposed", Priority.ACTION, command.now());
    }

    /** @throws Refusal {@code E_SUP_SCOPE_CHANGE} for anybody but the approver of such a matter */
    Mono<Outcome<MatterFile>> decide(
            UUID matterId, UUID changeId, boolean approve, @Nullable String opinion, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> requireApprover(file, command))
                .flatMap(file -> changes.findByIdAndMatterId(changeId, matterId)
                        .filter(change -> change.status() == ScopeChange.Status.PROPOSED)
                        .switchIfEmpty(Mono.error(Refusal::notFound))
                        .flatMap(change -> approve
                                ? approved(file, change, opinion, command)
                                : Mono.fromSupplier(() -> refused(file, change, opinion, command))));
    }

    private static void requireApprover(MatterFile file, Command command) {
        if (!new Approver(file.matter().brief()).is(command.officer())) {
            throw ScopeChange.notApproved();
        }
    }

    private Mono<Outcome<MatterFile>> approved(
            MatterFile file, ScopeChange change, @Nullable String opinion, Command command) {
        var matter = closed(file, command);
        change.wish().requirePossible(file);
        return added(file, change.wish(), command).map(added -> changed(file, matter, change, added, opinion, command));
    }

    private static SupervisionMatter closed(MatterFile file, Command command) {
        var turned = MatterTurns.turned(file.matter(), CHANGE_SCOPE, command);
        return turned.with(
                turned.brief(), turned.term(), turned.origin(), turned.course().changing(null));
    }

    private static Outcome<MatterFile> refused(
            MatterFile file, ScopeChange change, @Nullable String opinion, Command command) {
        if (opinion == null || opinion.isBlank()) {
            throw Refusal.invalid("/opinion", "不同意须写明意见。", "Say why it is refused.");
        }
        var kept = file.with(closed(file, command));
        return decided(kept, change.decided(ScopeChange.Status.REFUSED, opinion, command), command)
                .announcing(Event.of("scopeChangeRefused", Priority.INFO, kept, command.now())
                        .to(Set.of(change.proposedById())));
    }

    private static Outcome<MatterFile> changed(
            MatterFile file,
            SupervisionMatter matter,
            ScopeChange change,
            List<PartStarting.Started> added,
            @Nullable String opinion,
            Command command) {
        var gone = file.assignments().stream()
                .filter(part -> change.wish().removeUnitIds().contains(part.unitId()))
                .filter(part ->
                        part.status() != AssignmentStatus.RELEASED && part.status() != AssignmentStatus.REASSIGNED)
                .map(PartChanges::released)
                .toList();
        var parts = new ArrayList<>(file.assignments());
        parts.replaceAll(part -> gone.stream()
                .filter(out -> out.id().equals(part.id()))
                .findFirst()
                .orElse(part));
        added.forEach(one -> parts.add(one.assignment()));
        var next = file.with(MatterTurns.rescoped(matter, change.wish(), parts), List.copyOf(parts));
        var outcome = decided(next, change.decided(ScopeChange.Status.APPROVED, opinion, command), command);
        gone.forEach(outcome::updating);
        Everybody.end(gone, outcome, command);
        added.forEach(one -> one.on(outcome));
        if (!gone.isEmpty()) {
            outcome.announcing(Event.of(Everybody.RELEASED, Priority.ACTION, next, command.now())
                    .lastTo(change.wish().removeUnitIds()));
        }
        outcome.announcing(
                Event.of("scopeChanged", Priority.ACTION, next, command.now()).to(Everybody.of(next)));
        return AWAIT_VERIFICATION.to() == next.matter().status()
                ? FinalReviewing.awaitingVerification(next, outcome, command)
                : outcome;
    }

    private static Outcome<MatterFile> decided(MatterFile file, ScopeChange change, Command command) {
        return Outcome.about(file)
                .updating(file.matter())
                .updating(change)
                .inserting(MatterEntry.of(CHANGE_SCOPE, file.id(), change.words(), command))
                .closing(CHANGE_SCOPE.name());
    }

    private Mono<List<PartStarting.Started>> added(MatterFile file, ScopeChange.Wish wish, Command command) {
        var matter = file.matter();
        var chaser = matter.hands().issuedById();
        return Flux.fromIterable(wish.added())
                .concatMap(unit -> due(file, unit, wish, command.now())
                        .flatMap(due -> starting.start(
                                matter, new PartStarting.Start(unit, duty(unit, wish), due, chaser, command.now()))))
                .collectList();
    }

    /** {@code E_SUP_CO_DUE_LATE} for a co unit whose opinion would come too late for its host. */
    private Mono<Deadline> due(MatterFile file, UUID unit, ScopeChange.Wish wish, Instant now) {
        var matter = file.matter();
        var own = clocks.host(matter.id(), unit, matter.brief().urgency(), wish.dueAt(), now);
        return wish.hostUnitIds().contains(unit)
                ? own
                : Mono.justOrEmpty(file.hosts().stream()
                                .filter(host -> !host.status().isThrough()
                                        && !wish.removeUnitIds().contains(host.unitId()))
                                .findFirst())
                        .flatMap(host -> clocks.joining(matter, host, unit, wish.dueAt(), now))
                        .switchIfEmpty(own);
    }

    private static SupervisionAssignment.Duty duty(UUID unit, ScopeChange.Wish wish) {
        return wish.hostUnitIds().contains(unit) ? SupervisionAssignment.Duty.HOST : SupervisionAssignment.Duty.CO;
    }
}
