package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.SIGN;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.outgoing.OutgoingSigner.OpinionMode;
import io.duban.documents.outgoing.OutgoingSigner.Position;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The leaders' part: each signer in his turn signs, agrees or returns (签发), or adds another signer (加签). */
@Component
class OutgoingSigning {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final Directory directory;

    OutgoingSigning(Dossiers dossiers, Deadlines deadlines, Directory directory) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    record Addition(UUID documentId, UUID personId, Position position, OpinionMode opinionMode) {}

    Mono<Outcome<Dossier>> decide(UUID documentId, SignerDecision decision, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .flatMap(before -> OutgoingDrafting.reviewClock(deadlines, before, command)
                        .map(due -> decided(before, Signing.decided(before, decision, command), due, command)));
    }

    /** Another body of a joint issue (联合行文) signs or returns it. */
    Mono<Outcome<Dossier>> countersign(UUID documentId, SignerDecision decision, Command command) {
        return dossiers.require(documentId, command.access().reach()).map(before -> {
            var after = JointSheet.decided(before, decision, command);
            return switch (after.document().status()) {
                case SIGNED -> toRecheck(after.changedFrom(before), command).closing(Desk.COUNTERSIGN);
                case RETURNED ->
                    toUnit(after.changedFrom(before), before, command).closing(Desk.COUNTERSIGN);
                default ->
                    closingAtHeads(before, after, after.changedFrom(before))
                            .announcing("countersigned", Priority.INFO, command.now());
            };
        });
    }

    Mono<Outcome<Dossier>> addSigner(Addition addition, Command command) {
        return dossiers.require(addition.documentId(), command.access().reach())
                .map(before -> {
                    var after = Signing.signerAdded(
                            before, addition.personId(), addition.position(), addition.opinionMode(), command);
                    return handedOn(before, after).announcing("signerAdded", priority(before, after), command.now());
                })
                .delayUntil(outcome -> requireDecider(addition.personId()));
    }

    private static Outcome<Dossier> decided(Dossier before, Dossier after, Deadline due, Command command) {
        return switch (after.document().status()) {
            case SIGNED -> toRecheck(finished(before, after, command), command);
            case RETURNED -> toUnit(finished(before, after, command), before, command);
            case OFFICE_REVIEW -> toOffice(before, after, due, command);
            case COUNTERSIGNING ->
                finished(before, after, command)
                        .opening(
                                Desk.COUNTERSIGN,
                                Assignee.holdersAt(
                                        after.document().particulars().jointUnitIds(), UNIT_HEAD, CHIEF_LEADER),
                                null)
                        .announcing("countersigning", Priority.ACTION, command.now());
            default -> handedOn(before, after).announcing("opinionGiven", priority(before, after), command.now());
        };
    }

    private static Outcome<Dossier> toRecheck(Outcome<Dossier> outcome, Command command) {
        return outcome.opening(Desk.RECHECK, Assignee.holders(DOC_REVIEWER), null)
                .announcing("signed", Priority.ACTION, command.now());
    }

    private static Outcome<Dossier> toUnit(Outcome<Dossier> outcome, Dossier before, Command command) {
        return outcome.opening(Desk.SUBMIT_FOR_REVIEW, OutgoingDrafting.headOf(before.document()), null)
                .announcing("returned", Priority.ACTION, command.now());
    }

    /** The leader wants the office to look at it again, under a clock of its own. */
    private static Outcome<Dossier> toOffice(Dossier before, Dossier after, Deadline due, Command command) {
        var document = after.document();
        var running = after.with(document.with(document.progress().running(due, command.now())));
        return finished(before, running, command)
                .starting(due)
                .opening(Desk.PASS_REVIEW, Assignee.holders(DOC_REVIEWER), due.currentDueAt())
                .announcing("returnedToOffice", Priority.ACTION, command.now());
    }

    private static Outcome<Dossier> closingAtHeads(Dossier before, Dossier after, Outcome<Dossier> outcome) {
        var waiting = after.joint().bodies().stream()
                .filter(Countersigner::isOpen)
                .map(Countersigner::unitId)
                .toList();
        before.joint().bodies().stream()
                .filter(body -> body.isOpen() && !waiting.contains(body.unitId()))
                .forEach(body -> outcome.closingAt(Desk.COUNTERSIGN, body.unitId()));
        return outcome;
    }

    private static Outcome<Dossier> finished(Dossier before, Dossier after, Command command) {
        return after.changedFrom(before)
                .closing(Desk.SIGN)
                .closing(Desk.GRANT_WITHDRAWAL)
                .satisfying(Progress.SIGNATURE, command.now());
    }

    /** Takes the paper off the desk of whoever is not at hand any more, and puts it on those of whoever is now. */
    private static Outcome<Dossier> handedOn(Dossier before, Dossier after) {
        var outcome = after.changedFrom(before);
        var gone = new HashSet<>(before.sheet().personsAtHand());
        gone.removeAll(after.sheet().personsAtHand());
        gone.forEach(person -> outcome.closing(Desk.SIGN, person).closing(Desk.GRANT_WITHDRAWAL, person));
        var come = arrived(before, after);
        if (come.isEmpty()) {
            return outcome;
        }
        // Whoever holds it now decides whether the unit gets it back.
        return after.document().course().withdrawalReason() == null
                ? outcome.opening(Desk.SIGN, Assignee.persons(come), after.dueAt())
                : outcome.opening(Desk.SIGN, Assignee.persons(come), after.dueAt())
                        .opening(Desk.GRANT_WITHDRAWAL, Assignee.persons(come), null);
    }

    private static Priority priority(Dossier before, Dossier after) {
        return arrived(before, after).isEmpty()
                ? Priority.INFO
                : after.document().paper().urgency().priority();
    }

    private static HashSet<UUID> arrived(Dossier before, Dossier after) {
        var come = new HashSet<>(after.sheet().personsAtHand());
        come.removeAll(before.sheet().personsAtHand());
        return come;
    }

    /** A signer whom no post lets decide would leave the paper lying for ever. */
    private Mono<Void> requireDecider(UUID person) {
        return Flux.fromIterable(SIGN.hands())
                .concatMap((Role role) -> directory.holds(person, role, null))
                .any(Boolean::booleanValue)
                .flatMap(holds -> holds
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/personId",
                                "只能加签领导班子成员或办公室负责人。",
                                "Only leaders and heads of the office can be added.")));
    }
}
