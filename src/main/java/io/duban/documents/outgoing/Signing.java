package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.documents.outgoing.OutgoingSigner.OpinionMode;
import io.duban.documents.outgoing.OutgoingSigner.Position;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The leaders' moves (domain 2.2 T9 to T12, T15): what a dossier is after each of them. */
final class Signing {

    private Signing() {}

    /** Presented to a leader (呈签): a new sheet with him on it, and with those who approve before him. */
    static Dossier presented(
            Dossier before, UUID signer, List<UUID> preceding, boolean important, Deadline due, Command command) {
        var document = before.document();
        var presented = document.presented(signer, important, due, command);
        before.legality().requireFor(document, before.lastFileAt());
        // A leader's change, or an approval by telephone, may have come between the unit's hand-in and this.
        before.cosigns()
                .requireFor(
                        document.paper(),
                        before.lastFileAt(),
                        document.particulars().touchesOtherPowers());
        preceding.forEach(person -> Duties.freeToSign(person, document, command));
        var sheet = SigningSheet.openedFor(presented.id(), presented.review().signingRound(), signer);
        return before.with(presented.handedTo(preceding)).with(sheet.preceded(preceding));
    }

    /** A signer at hand has spoken; the last one of a sheet that is in order signs the paper. */
    static Dossier decided(Dossier before, SignerDecision decision, Command command) {
        var document = before.document();
        var seat = seatAtHand(before, SIGN, command);
        Duties.actsInPerson(document, command);
        if (decision.verdict() == Verdict.SIGN) {
            before.legality().requireForSigning(document, before.lastFileAt());
        }
        var sheet = before.sheet()
                .with(decision.on(seat, document, command.now())
                        .by(command.actor().id()));
        if (decision.returns(seat)) {
            // The sheet belongs to the round that ends here, so it is put down before the document moves on.
            return before.with(sheet.lapsed()).with(returned(document, decision, command));
        }
        var moved = before.with(sheet).with(decided(document, sheet, decision, command));
        return moved.document().status() == OutgoingStatus.COUNTERSIGNING
                ? moved.with(moved.joint().asking(moved.document()))
                : moved;
    }

    static Dossier signerAdded(Dossier before, UUID person, Position position, OpinionMode mode, Command command) {
        var seat = seatAtHand(before, ADD_SIGNER, command);
        Duties.actsInPerson(before.document(), command);
        Duties.freeToSign(person, before.document(), null);
        return before.with(before.sheet().adding(seat, person, position, mode))
                .with(before.document()
                        .opened(command)
                        .moved(ADD_SIGNER, command)
                        .with(before.document().progress().at(command.now()))
                        .handedTo(Set.of(person)));
    }

    /** Back to the signers with another text: who approved the old one is asked again. */
    static Dossier returnedToSigner(Dossier before, Paper edited, Deadline due, Command command) {
        var document = before.document();
        var by = command.officer().id();
        var returned = document.moved(RETURN_TO_SIGNER, command)
                .with(edited)
                .with(document.review().againToSigners(by, edited.hash()))
                .with(document.course().handChangesApplied().handedOn())
                .with(document.progress().unsigned().running(due, command.now()));
        var renewed = before.sheet().again(returned.review().signingRound());
        return before.with(returned).with(renewed).with(before.verbal().replaced(command.now()));
    }

    /** To the unit, or to the office to be looked at again. */
    private static OutgoingDocument returned(OutgoingDocument document, SignerDecision decision, Command command) {
        return decision.toOffice()
                ? document.moved(RETURN_TO_OFFICE, command)
                        .with(document.review().again())
                        .with(document.progress().stopped(command.now()))
                : document.returnedBySigner(RETURN_BY_SIGNER, String.valueOf(decision.opinion()), command);
    }

    /** On its way to the other signers, to the other bodies of a joint issue, or signed. */
    private static OutgoingDocument decided(
            OutgoingDocument document, SigningSheet sheet, SignerDecision decision, Command command) {
        var marked = document.with(document.course().changedByHand(decision.changes()));
        if (!sheet.isSigned()) {
            return marked.opened(command)
                    .moved(GIVE_OPINION, command)
                    .with(document.progress().at(command.now()));
        }
        return marked.particulars().isJoint()
                ? marked.moved(SIGN_JOINTLY, command)
                        .with(document.progress().stopped(command.now()))
                        .handedTo(document.particulars().jointUnitIds())
                : marked.signed(SIGN, command);
    }

    private static OutgoingSigner seatAtHand(Dossier before, OutgoingMove move, Command command) {
        Duties.check(before.document(), move, command);
        var person = command.officer().id();
        var seat = before.sheet()
                .seatOf(person)
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "您不在这份文件的签批单上。", "You are not on the signing sheet of this paper."));
        if (seat.state() != OutgoingSigner.State.ACTIVE) {
            throw Refusal.illegalState(move.name(), "signer " + seat.state().name(), List.of());
        }
        return seat;
    }
}
