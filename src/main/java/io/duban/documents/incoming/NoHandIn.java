package io.duban.documents.incoming;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;

/** Who had a hand in bringing a paper does not instruct it (domain 0.2). */
final class NoHandIn {

    private NoHandIn() {}

    /** Whoever brought, proposed, checked or presented a paper does not instruct it in a leader's name, nor in his own what he proposed. */
    static void require(IncomingDocument document, Command command) {
        var chinese = "您参与了这份文件的报送、拟办或呈批,不能批示;请由领导本人批示。";
        var english = "Who brought, proposed or presented a paper does not write the leader's words on it.";
        var proposal = document.proposal();
        Separation.require(
                command,
                chinese,
                english,
                proposal.proposedBy(),
                proposal.checkedBy(),
                document.leading().presentedBy());
        // A leader may have brought it himself (转办公室); his delegate may not.
        var actor = command.actor().id();
        var brought = actor.equals(document.sender().deliveredBy())
                || actor.equals(document.sender().signerId());
        if (command.mandate() != null && brought) {
            throw Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, chinese, english);
        }
    }
}
