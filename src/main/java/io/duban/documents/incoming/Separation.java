package io.duban.documents.incoming;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did one step does not decide on it (domain 0.2). */
final class Separation {

    private Separation() {}

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} when he is one of these */
    static void require(Command command, String chinese, String english, @Nullable UUID... others) {
        if (Arrays.stream(others)
                .anyMatch(other -> other != null && command.persons().contains(other))) {
            throw Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, chinese, english);
        }
    }

    /** Whoever brought, proposed, checked or presented a paper does not instruct it in a leader's name, nor in his own what he proposed. */
    static void requireNoHandIn(IncomingDocument document, Command command) {
        var chinese = "您参与了这份文件的报送、拟办或呈批,不能批示;请由领导本人批示。";
        var english = "Who brought, proposed or presented a paper does not write the leader's words on it.";
        var proposal = document.proposal();
        require(
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
