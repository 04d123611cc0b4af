package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office's check before a leader sees it: reviewed (审核), returned with its defects, or presented for signature (呈签). */
@Component
class OutgoingReview {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final SignerAuthority authority;

    OutgoingReview(Dossiers dossiers, Deadlines deadlines, SignerAuthority authority) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.authority = authority;
    }

    /**
     * @param precedingIds who approves before the signer, such as the deputy in charge
     * @param orderReason why the chief signs without the deputy in charge; null when he does not
     */
    record SignatureRequest(
            UUID documentId,
            UUID signerId,
            boolean important,
            List<UUID> precedingIds,
            @Nullable String orderReason) {}

    record IssueRefusal(UUID documentId, Ending.NotIssued reason, String note) {}

    Mono<Outcome<Dossier>> pass(UUID documentId, @Nullable String opinion, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> before.with(before.document().reviewed(opinion, command))
                        .changedFrom(before)
                        .closing(Desk.PASS_REVIEW)
                        .opening(
                                Desk.REQUEST_SIGNATURE,
                                Assignee.holders(OFFICE_DIRECTOR, OFFICE_DEPUTY),
                                before.dueAt())
                        .announcing("reviewed", Priority.ACTION, command.now()));
    }

    /** From the third time on the unit's head is told so (屡次更正报送). */
    Mono<Outcome<Dossier>> giveBack(UUID documentId, List<Defect> defects, Command command) {
        return dossiers.require(documentId, command.access().reach()).map(before -> {
            var after = before.with(before.document().returned(defects, command));
            var outcome = offTheDesk(before, after, command)
                    .opening(Desk.SUBMIT_FOR_REVIEW, OutgoingDrafting.headOf(before.document()), null)
                    .announcing("returned", Priority.ACTION, command.now());
            return after.document().review().isReturnedRepeatedly()
                    ? outcome.announcing("returnedRepeatedly", Priority.ACTION, command.now())
                    : outcome;
        });
    }

    Mono<Outcome<Dossier>> refuse(IssueRefusal refusal, Command command) {
        if (refusal.reason() == Ending.NotIssued.VOIDED) {
            return Mono.error(Refusal.invalid("/reason", "空号由作废登记。", "A number is voided by its own command."));
        }
        return dossiers.require(refusal.documentId(), command.access().reach())
                .map(before -> offTheDesk(before, refused(before, refusal, command), command)
                        .announcing("notIssued", Priority.ACTION, command.now()));
    }

    static Dossier refused(Dossier before, IssueRefusal refusal, Command command) {
        var document = before.document();
        Duties.notOfAuthor(document, OutgoingMove.REFUSE_ISSUE, command);
        return before.with(document.moved(OutgoingMove.REFUSE_ISSUE, command)
                .with(Ending.notIssued(refusal.reason(), refusal.note()))
                .with(document.progress().stopped(command.now())));
    }

    static Outcome<Dossier> offTheDesk(Dossier before, Dossier after, Command command) {
        return after.changedFrom(before)
                .closing(Desk.PASS_REVIEW)
                .closing(Desk.REQUEST_SIGNATURE)
                .closing(Desk.GRANT_WITHDRAWAL)
                .satisfying(Progress.REVIEW, command.now());
    }

    Mono<Outcome<Dossier>> requestSignature(SignatureRequest request, Command command) {
        return dossiers.require(request.documentId(), command.access().reach())
                .flatMap(before -> deadlines
                        .start(
                                before.document().paper().urgency().signatureRule(),
                                before.subjectType(),
                                request.documentId(),
                                Progress.SIGNATURE,
                                command.now())
                        .map(due -> presented(before, request, due, command))
                        .delayUntil(outcome ->
                                authority.requireFor(request.signerId(), request.important(), before.document()))
                        .delayUntil(outcome -> authority.requireOrder(request, before.document())));
    }

    private static Outcome<Dossier> presented(Dossier before, SignatureRequest request, Deadline due, Command command) {
        var after = Signing.presented(
                before, request.signerId(), request.precedingIds(), request.important(), due, command);
        var reasoned =
                after.with(after.document().with(after.document().course().outOfOrder(request.orderReason())));
        return offTheDesk(before, reasoned, command)
                .starting(due)
                .opening(Desk.SIGN, Assignee.persons(after.sheet().personsAtHand()), due.currentDueAt())
                .announcing(
                        "awaitingSignature", before.document().paper().urgency().priority(), command.now());
    }
}
