package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.platform.commands.Command;

/** Where the paper goes when a signer has spoken. */
final class Signing {

    private Signing() {}

    /** To the unit, or to the office to be looked at again. */
    static OutgoingDocument returned(OutgoingDocument document, SignerDecision decision, Command command) {
        var words = String.valueOf(decision.opinion());
        return decision.toOffice()
                ? document.moved(RETURN_TO_OFFICE, command)
                        .with(document.review().again())
                        .with(document.progress().stopped(command.now()))
                : document.returnedBySigner(RETURN_BY_SIGNER, words, command);
    }

    /** On its way to the other signers, to the other bodies of a joint issue, or signed. */
    static OutgoingDocument decided(
            OutgoingDocument document, SigningSheet sheet, SignerDecision decision, Command command) {
        var marked = document.with(document.course().changedByHand(decision.changes()));
        if (!sheet.isSigned()) {
            return marked.opened(command)
                    .moved(GIVE_OPINION, command)
                    .with(document.progress().at(command.now()));
        }
        return marked.particulars().isJoint()
                ? marked.moved(SIGN_JOINTLY, command)
                        .handedTo(document.particulars().jointUnitIds())
                : marked.signed(SIGN, command);
    }
}
