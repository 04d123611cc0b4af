package io.duban.documents;

import static io.duban.documents.OutgoingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.OutgoingSigner.OpinionMode;
import io.duban.documents.OutgoingSigner.Position;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The leaders' part: each signer in his turn signs, agrees or returns (签发), or adds another signer (加签). */
@Component
class OutgoingSigning {

    private final Dossiers dossiers;
    private final Directory directory;

    OutgoingSigning(Dossiers dossiers, Directory directory) {
        this.dossiers = dossiers;
        this.directory = directory;
    }

    record Addition(UUID documentId, UUID personId, Position position, OpinionMode opinionMode) {}

    Mono<Outcome<Dossier>> decide(UUID documentId, SignerDecision decision, Command command) {
        return dossiers.require(documentId, command.access().reach()).map(before -> {
            var seat = seatAtHand(SIGN, before, command);
            var decided = decision.on(seat, before.document(), command.now());
            if (decision.returns(seat)) {
                return returned(before, decided, command);
            }
            var sheet = before.sheet().with(decided);
            return sheet.isSigned() ? signed(before, sheet, command) : opinionGiven(before, sheet, command);
        });
    }

    Mono<Outcome<Dossier>> addSigner(Addition addition, Command command) {
        return dossiers.require(addition.documentId(), command.access().reach())
                .map(before -> {
                    var seat = seatAtHand(ADD_SIGNER, before, command);
                    Duties.freeToSign(addition.personId(), before.document(), null);
                    var sheet = before.sheet()
                            .adding(seat, addition.personId(), addition.position(), addition.opinionMode());
                    var after = before.with(before.document().signerAdded(addition.personId(), command))
                            .with(sheet);
                    return handedOn(before, after)
                            .announcing("signerAdded", priority(before, after), command.now());
                })
                .delayUntil(outcome -> requireDecider(addition.personId()));
    }

    private static Outcome<Dossier> opinionGiven(Dossier before, SigningSheet sheet, Command command) {
        var after = before.with(before.document().opinionGiven(command)).with(sheet);
        return handedOn(before, after).announcing("opinionGiven", priority(before, after), command.now());
    }

    private static Outcome<Dossier> signed(Dossier before, SigningSheet sheet, Command command) {
        return before.with(before.document().signed(command))
                .with(sheet)
                .changedFrom(before)
                .closing(Desk.SIGN)
                .satisfying(OutgoingDocument.SIGNATURE, command.now())
                .opening(Desk.RECHECK, Assignee.holders(DOC_REVIEWER), null)
                .announcing("signed", Priority.ACTION, command.now());
    }

    private static Outcome<Dossier> returned(Dossier before, OutgoingSigner decided, Command command) {
        var instruction = List.of(String.valueOf(decided.opinion()));
        var sheet = before.sheet().with(decided).lapsed();
        // The sheet belongs to the round that ends here, so it is written before the document moves on.
        return before.with(sheet)
                .with(before.document().returnedBySigner(instruction, command))
                .changedFrom(before)
                .closing(Desk.SIGN)
                .satisfying(OutgoingDocument.SIGNATURE, command.now())
                .opening(Desk.SUBMIT_FOR_REVIEW, OutgoingDrafting.headOf(before.document()), null)
                .announcing("returned", Priority.ACTION, command.now());
    }

    /** Takes the paper off the desk of whoever is not at hand any more, and puts it on those of whoever is now. */
    private static Outcome<Dossier> handedOn(Dossier before, Dossier after) {
        var outcome = after.changedFrom(before);
        var gone = new HashSet<>(before.sheet().personsAtHand());
        gone.removeAll(after.sheet().personsAtHand());
        gone.forEach(person -> outcome.closing(Desk.SIGN, person));
        var come = arrived(before, after);
        return come.isEmpty() ? outcome : outcome.opening(Desk.SIGN, Assignee.persons(come), after.dueAt());
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

    private static OutgoingSigner seatAtHand(OutgoingMove move, Dossier dossier, Command command) {
        Duties.check(dossier.document(), move, command);
        var person = command.officer().id();
        var seat = dossier.sheet()
                .seatOf(person)
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "您不在这份文件的签批单上。", "You are not on the signing sheet of this paper."));
        return dossier.sheet()
                .atHand(person)
                .orElseThrow(
                        () -> Refusal.illegalState(move.name(), "signer " + seat.state().name(), List.of()));
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
