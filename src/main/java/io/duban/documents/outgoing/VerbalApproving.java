package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.documents.Urgency;
import io.duban.documents.outgoing.VerbalApproval.Result;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verbal approvals of a dossier (domain 0.2, 2.2 T22): the paper goes on as signed, and the leader's word in writing stays owed. */
record VerbalApproving(List<VerbalApproval> approvals) {

    static Dossier recorded(Dossier before, VerbalApproval.Call call, Deadline due, Command command) {
        var document = before.document();
        Duties.notOfAuthor(document, APPROVE_VERBALLY, command);
        requireAllowed(before, call, command);
        Duties.freeToSign(call.leaderId(), document, command);
        var moved = vouchedFor(document, call, command);
        var sheet = SigningSheet.toldBy(call.leaderId(), moved, call.exactWords(), command.now());
        return before.with(before.sheet().lapsed())
                .with(before.cosigns().lapsed(command.now()))
                .with(before.legality().lapsed(command.now()))
                .with(moved)
                .with(sheet)
                .with(before.verbal().adding(VerbalApproval.recorded(document, call, due, command)));
    }

    /** In writing: he confirms the very text he was told of. */
    static Dossier confirmed(Dossier before, String textHash, @Nullable String words, Command command) {
        Duties.check(before.document(), CONFIRM_VERBAL, command);
        var pending = before.verbal().pendingOf(command);
        if (!pending.textHash().equals(textHash)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_TEXT_CHANGED,
                    "您确认的文本与口头批准时的文本不一致。",
                    "That is not the text you approved by telephone.");
        }
        return before.with(before.verbal().with(pending.decided(Result.CONFIRMED, words, command.now())))
                .with(before.document()
                        .moved(CONFIRM_VERBAL, command)
                        .with(before.document().progress().at(command.now())));
    }

    /** He never said it: before the issue the paper goes back and its number is void, after it the unit must put it right. */
    static Dossier denied(Dossier before, String words, Command command) {
        var issued = before.document().status() == OutgoingStatus.ISSUED;
        Duties.check(before.document(), issued ? DENY_VERBAL_ISSUED : DENY_VERBAL, command);
        var pending = before.verbal().pendingOf(command);
        var verbal = before.verbal().with(pending.decided(Result.DENIED, words, command.now()));
        var document = before.document();
        var moved = issued
                ? document.moved(DENY_VERBAL_ISSUED, command)
                        .with(document.progress().at(command.now()))
                : document.returnedBySigner(DENY_VERBAL, words, command)
                        .with(Registration.NONE)
                        .with(document.progress().unsigned().stopped(command.now()));
        return before.with(verbal).with(moved);
    }

    /** The text he was told of is another one now, and goes to him in writing. */
    VerbalApproving replaced(Instant now) {
        return new VerbalApproving(approvals.stream()
                .map(approval -> approval.isPending() ? approval.decided(Result.REPLACED, null, now) : approval)
                .toList());
    }

    Optional<VerbalApproval> pending() {
        return approvals.stream().filter(VerbalApproval::isPending).findFirst();
    }

    /** Whether the leader denied after this moment that he had approved it. */
    boolean isDeniedSince(Instant time) {
        return approvals.stream()
                .anyMatch(approval -> approval.result() == Result.DENIED
                        && approval.decidedAt() != null
                        && approval.decidedAt().isAfter(time));
    }

    boolean isPending() {
        return pending().isPresent();
    }

    private VerbalApproval pendingOf(Command command) {
        return pending()
                .filter(approval -> approval.leaderId().equals(command.officer().id()))
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "没有待您确认的口头批准。", "No verbal approval waits for your confirmation."));
    }

    /** The office vouches for the text, and the paper goes on as signed. */
    private static OutgoingDocument vouchedFor(OutgoingDocument document, VerbalApproval.Call call, Command command) {
        var by = command.officer().id();
        return document.moved(APPROVE_VERBALLY, command)
                .with(document.review().vouchedFor(by, document.paper().hash(), command.now()))
                .with(document.progress().signed(command.now()))
                .handedTo(Set.of(call.leaderId()));
    }

    private static void requireAllowed(Dossier before, VerbalApproval.Call call, Command command) {
        if (before.document().paper().urgency() != Urgency.EXTRA_URGENT
                || before.document().particulars().isJoint()) {
            throw Refusal.of(
                    RefusalCode.E_DOC_VERBAL_NOT_ALLOWED,
                    "只有特急件可以口头批准先办后补签,联合行文不适用。",
                    "Only an EXTRA_URGENT paper of one body can be approved by telephone.");
        }
        if (Set.copyOf(List.of(call.leaderId(), call.callerId(), call.witnessId()))
                        .size()
                < 3) {
            throw Refusal.invalid("/witnessId", "领导、请示人和见证人须为三人。", "Leader, caller and witness are three people.");
        }
        if (call.toldAt().isAfter(command.now())
                || call.toldAt().isBefore(before.document().origin().createdAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw Refusal.invalid(
                    "/toldAt", "口头批准的时间须在拟稿之后、现在之前。", "He said it after the draft was begun, and not in the future.");
        }
        before.legality().requireFor(before.document(), before.lastFileAt());
    }

    private VerbalApproving adding(VerbalApproval approval) {
        var all = new ArrayList<>(approvals);
        all.add(approval);
        return new VerbalApproving(all);
    }

    private VerbalApproving with(VerbalApproval decided) {
        return new VerbalApproving(approvals.stream()
                .map(approval -> approval.id().equals(decided.id()) ? decided : approval)
                .toList());
    }
}
