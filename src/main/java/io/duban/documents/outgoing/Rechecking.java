package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/** What a recheck (复核) may and may not do to a signed paper (domain 2.2 T14, T15). */
final class Rechecking {

    private Rechecking() {}

    static void require(Dossier before, OutgoingRechecking.Recheck recheck, Command command) {
        Duties.notOfSigner(before, recheck.isSubstantive() ? RETURN_TO_SIGNER : RECHECK, command);
        var changedByHand = !before.document().course().handChanges().isEmpty();
        if (changedByHand && !recheck.isSubstantive()) {
            throw original(
                    "签发人签发时有手写改动,须按其改动修改并报其本人确认。", "The signer changed words by hand: apply them and let him confirm.");
        }
        var named = recheck.signerId();
        if (named != null
                && before.sheet().seatOf(named).filter(OutgoingSigner::isMain).isEmpty()) {
            throw original(
                    "实质性修改须报原签批人复审。", "A substantive change goes back to the original signer and to nobody else.");
        }
    }

    private static Refusal original(String chinese, String english) {
        return Refusal.of(RefusalCode.E_DOC_ORIGINAL_SIGNER_REQUIRED, chinese, english);
    }
}
