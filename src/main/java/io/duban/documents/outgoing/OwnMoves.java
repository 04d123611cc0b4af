package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import java.util.List;
import java.util.Objects;

/** The moves of the table that are in one officer's own hand now, so that a phone knows which buttons to show. */
final class OwnMoves {

    private OwnMoves() {}

    static List<String> of(Dossier dossier, Officer officer) {
        return Move.legal(List.of(OutgoingMove.values()), dossier.document().status(), officer).stream()
                .filter(move -> isOwn(OutgoingMove.valueOf(move), dossier, officer))
                .toList();
    }

    private static boolean isOwn(OutgoingMove move, Dossier dossier, Officer officer) {
        var document = dossier.document();
        return switch (move) {
            case CHANGE_DRAFT, ATTACH, REVISE_COSIGNED, CLOSE_COSIGN -> isOfUnit(document, officer);
            case START_COSIGN, EXTEND_COSIGN, ESCALATE_COSIGN, SUBMIT_COSIGNED, SUBMIT_FOR_REVIEW ->
                isHead(document, officer);
            case ANSWER_COSIGN -> Cosigning.isAsked(dossier, officer);
            case WITHDRAW -> isHead(document, officer) && !document.course().isOpened();
            case ASK_WITHDRAWAL ->
                isHead(document, officer)
                        && document.course().isOpened()
                        && document.course().withdrawalReason() == null;
            case OPEN -> !document.course().isOpened() && Withdrawing.isHolder(dossier, officer);
            case GRANT_WITHDRAWAL, REFUSE_WITHDRAWAL ->
                document.course().withdrawalReason() != null && Withdrawing.isHolder(dossier, officer);
            case PASS_REVIEW,
                    RETURN_DRAFT,
                    REFUSE_ISSUE,
                    REQUEST_LEGAL_REVIEW,
                    GIVE_LEGAL_OPINION,
                    RECHECK,
                    RETURN_TO_SIGNER,
                    SEAL -> !isAuthor(document, officer);
            case REQUEST_SIGNATURE -> !isAuthor(document, officer) && dossier.isReviewed();
            case ADD_SIGNER, RETURN_BY_SIGNER, RETURN_TO_OFFICE ->
                dossier.sheet().atHand(officer.id()).isPresent();
            case SIGN ->
                isMainSigner(dossier, officer)
                        && !document.particulars().isJoint()
                        && dossier.legality().isSettledFor(document, dossier.lastFileAt());
            case SIGN_JOINTLY ->
                isMainSigner(dossier, officer)
                        && document.particulars().isJoint()
                        && dossier.legality().isSettledFor(document, dossier.lastFileAt());
            case GIVE_OPINION ->
                dossier.sheet()
                        .atHand(officer.id())
                        .filter(seat -> !seat.isMain())
                        .isPresent();
            case COUNTERSIGN, COUNTERSIGN_LAST, RETURN_BY_COUNTERSIGNER ->
                dossier.joint().isWaitingFor(officer);
            case APPROVE_VERBALLY ->
                !isAuthor(document, officer)
                        && document.paper().urgency() == io.duban.documents.Urgency.EXTRA_URGENT
                        && !document.particulars().isJoint();
            case CONFIRM_VERBAL, DENY_VERBAL, DENY_VERBAL_ISSUED ->
                dossier.verbal()
                        .pending()
                        .filter(approval -> Objects.equals(approval.leaderId(), officer.id()))
                        .isPresent();
            case SIGN_FOR ->
                dossier.deliveries().stream()
                        .anyMatch(delivery -> delivery.isOpen() && OutgoingIssuing.isOf(officer, delivery));
            case NOTE_END ->
                dossier.deliveries().stream()
                        .anyMatch(delivery -> delivery.endNotedAt() == null && OutgoingIssuing.isOf(officer, delivery));
            case APPROVE_QUOTA, ALLOT_NUMBER, VOID_NUMBERED, ISSUE, ARCHIVE, REVOKE, REPEAL, SUPERSEDE -> true;
            // Made by the issue of the correction.
            case CORRECT -> false;
        };
    }

    private static boolean isOfUnit(OutgoingDocument document, Officer officer) {
        return officer.hasAt(document.origin().draftingUnitId(), UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD);
    }

    private static boolean isHead(OutgoingDocument document, Officer officer) {
        return officer.hasAt(document.origin().draftingUnitId(), UNIT_HEAD);
    }

    private static boolean isMainSigner(Dossier dossier, Officer officer) {
        return dossier.sheet()
                .atHand(officer.id())
                .filter(OutgoingSigner::isMain)
                .isPresent();
    }

    private static boolean isAuthor(OutgoingDocument document, Officer officer) {
        return document.origin().authorIds().contains(officer.id());
    }
}
