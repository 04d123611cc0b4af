package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the registrar, the seal keeper, the recipients and the archivist make of a signed paper (domain 2.2 T16 to T20). */
final class Registering {

    private Registering() {}

    /**
     * @param taken null for a paper that is to have no number
     * @param quotaReached whether the papers of this year, with and without number, are as many as the quota allows
     */
    static OutgoingDocument numbered(
            OutgoingDocument document, @Nullable NumberSequence taken, boolean quotaReached, Command command) {
        return document.moved(ALLOT_NUMBER, command)
                .with(document.registration().numbered(taken, command.officer().id(), command.now()))
                .with(document.course().handedOn().quotaReached(quotaReached))
                .with(document.progress().at(command.now()));
    }

    static OutgoingDocument quotaApproved(OutgoingDocument document, Command command) {
        Duties.check(document, APPROVE_QUOTA, command);
        return document.moved(APPROVE_QUOTA, command)
                .with(document.course().quotaApproved(command.officer().id()));
    }

    static OutgoingDocument sealed(OutgoingDocument document, String seal, int copies, Command command) {
        return document.moved(SEAL, command)
                .with(document.registration()
                        .sealed(seal, copies, command.officer().id(), command.now()))
                .with(document.progress().at(command.now()));
    }

    /** Never issued although it had a number, which stays used (空号). */
    static OutgoingDocument voided(OutgoingDocument document, String reason, Command command) {
        Duties.check(document, VOID_NUMBERED, command);
        return document.moved(VOID_NUMBERED, command)
                .with(Ending.notIssued(Ending.NotIssued.VOIDED, reason))
                .with(document.progress().stopped(command.now()));
    }

    /** From now on it is the recipients' as well. */
    static OutgoingDocument issued(OutgoingDocument document, Set<UUID> recipients, Deadline due, Command command) {
        return document.moved(ISSUE, command)
                .with(document.registration().issued(command.officer().id(), command.now()))
                .with(document.progress().running(due, command.now()))
                .with(recipients, recipients);
    }

    /** @param byAll whether this was the last receipt that was missing */
    static OutgoingDocument signedFor(OutgoingDocument document, boolean byAll, Command command) {
        var progress = document.progress();
        return document.moved(SIGN_FOR, command)
                .with(byAll ? progress.stopped(command.now()) : progress.at(command.now()));
    }

    /** A correction of it was issued; its own file stays as it is. */
    static OutgoingDocument corrected(OutgoingDocument document, UUID correction, Command command) {
        CORRECT.check(document.status(), command.seenVersion(), command);
        return document.moved(CORRECT, command).with(document.ending().corrected(correction));
    }

    /** Complete: every recipient signed for it, and no leader still owes his word. */
    static OutgoingDocument archived(Dossier dossier, Ending.RetentionPeriod retention, Command command) {
        var document = dossier.document();
        Duties.check(document, ARCHIVE, command);
        if (dossier.verbal().isPending()
                || isToBeCorrected(dossier)
                || dossier.deliveries().stream().anyMatch(Delivery::isOpen)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_OPEN_TASKS,
                    "尚有单位未签收,或者口头批准未补签,或者领导否认口头批准后尚未更正、撤销,不能归档。",
                    "A recipient has not signed for it, or a verbal approval is not confirmed, or was denied and nothing was put right.");
        }
        return document.moved(ARCHIVE, command)
                .with(document.ending().archived(retention, command.officer().id(), command.now()));
    }

    /** The leader denied after the issue that he had approved it, and no correction of it was issued. */
    private static boolean isToBeCorrected(Dossier dossier) {
        var issuedAt = dossier.document().registration().issuedAt();
        return issuedAt != null
                && dossier.document().ending().correctedBy().isEmpty()
                && dossier.verbal().isDeniedSince(issuedAt);
    }

    /** @param move REVOKE, REPEAL or SUPERSEDE */
    static OutgoingDocument ended(OutgoingDocument document, OutgoingMove move, Ending.End end, Command command) {
        Duties.check(document, move, command);
        if (move == SUPERSEDE && end.replacedById() == null) {
            throw Refusal.invalid("/replacedById", "请写明替代它的文件。", "Say which paper takes its place.");
        }
        return document.moved(move, command)
                .with(document.ending().ended(end, command.officer().id(), command.now()))
                .with(document.progress().stopped(command.now()));
    }
}
