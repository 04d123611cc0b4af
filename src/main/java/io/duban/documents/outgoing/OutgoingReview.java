package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
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
    private final Directory directory;

    OutgoingReview(Dossiers dossiers, Deadlines deadlines, Directory directory) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    record SignatureRequest(UUID documentId, UUID signerId, boolean important) {}

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

    Mono<Outcome<Dossier>> giveBack(UUID documentId, List<String> defects, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> before.with(before.document().returned(defects, command))
                        .changedFrom(before)
                        .closing(Desk.PASS_REVIEW)
                        .closing(Desk.REQUEST_SIGNATURE)
                        .satisfying(Progress.REVIEW, command.now())
                        .opening(Desk.SUBMIT_FOR_REVIEW, OutgoingDrafting.headOf(before.document()), null)
                        .announcing("returned", Priority.ACTION, command.now()));
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
                        .delayUntil(outcome -> requireAuthority(request, before.document())));
    }

    private static Outcome<Dossier> presented(Dossier before, SignatureRequest request, Deadline due, Command command) {
        return before.presented(request.signerId(), request.important(), due, command)
                .changedFrom(before)
                .closing(Desk.PASS_REVIEW)
                .closing(Desk.REQUEST_SIGNATURE)
                .satisfying(Progress.REVIEW, command.now())
                .starting(due)
                .opening(Desk.SIGN, Assignee.person(request.signerId()), due.currentDueAt())
                .announcing(
                        "awaitingSignature", before.document().paper().urgency().priority(), command.now());
    }

    /** The chief signs what goes up or is important; else the chief, or the deputy in charge of the drafting unit (条例 art. 22). */
    private Mono<Void> requireAuthority(SignatureRequest request, OutgoingDocument document) {
        var chiefOnly = request.important() || document.paper().direction() == Paper.Direction.UPWARD;
        var deputy = chiefOnly ? Mono.just(false) : isDeputyInCharge(request.signerId(), document);
        return directory
                .holds(request.signerId(), CHIEF_LEADER, null)
                .flatMap(chief -> chief ? Mono.just(true) : deputy)
                .flatMap(authorised -> authorised ? Mono.empty() : Mono.error(notAuthorised(chiefOnly)));
    }

    private Mono<Boolean> isDeputyInCharge(UUID person, OutgoingDocument document) {
        return directory
                .holds(person, DEPUTY_LEADER, null)
                .flatMap(holds ->
                        holds ? directory.isInChargeOf(person, document.origin().draftingUnitId()) : Mono.just(false));
    }

    private static Refusal notAuthorised(boolean chiefOnly) {
        return Refusal.of(
                RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                chiefOnly ? "上行文和重要公文由主要负责人签发。" : "须由主要负责人或者分管拟稿单位的领导签发。",
                chiefOnly
                        ? "Papers to superiors and important papers are signed by the chief."
                        : "It is signed by the chief, or by the deputy in charge of the drafting unit.");
    }
}
