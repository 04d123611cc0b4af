package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose hand a move of the table is in, and the separation of duties: draft, review and signature are three people's (domain 0.2). */
final class Duties {

    private Duties() {}

    /** Legal by the table for somebody who saw the present version. */
    static void check(OutgoingDocument document, OutgoingMove move, Command command) {
        move.check(document.status(), document.version(), command);
    }

    static void ofDraftingUnit(OutgoingDocument document, OutgoingMove move, Command command) {
        check(document, move, command);
        if (!command.officer().hasAt(document.origin().draftingUnitId(), UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "只有拟稿单位能办理这一步。", "Only the drafting unit takes this step.");
        }
    }

    static void ofUnitHead(OutgoingDocument document, OutgoingMove move, Command command) {
        ofDraftingUnit(document, move, command);
        if (!command.officer().hasAt(document.origin().draftingUnitId(), UNIT_HEAD)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_UNSIGNED_BY_UNIT_HEAD,
                    "须由拟稿单位主要负责人签署。",
                    "The head of the drafting unit signs this himself.");
        }
    }

    static void notOfAuthor(OutgoingDocument document, OutgoingMove move, Command command) {
        check(document, move, command);
        if (!Collections.disjoint(document.origin().authorIds(), command.persons())) {
            throw selfApproval("起草或签署过此稿的人不能审核、复核。", "Who wrote or signed off a draft does not review it.");
        }
    }

    static void notOfSigner(Dossier dossier, OutgoingMove move, Command command) {
        notOfAuthor(dossier.document(), move, command);
        var persons = command.persons();
        if (dossier.sheet().seats().stream().anyMatch(seat -> seat.isOf(persons))
                || dossier.joint().bodies().stream().anyMatch(body -> body.isOf(persons))) {
            throw selfApproval("签批过此稿的人不能复核。", "Who signed a paper does not recheck it.");
        }
    }

    /** Nobody signs what he drafted or reviewed; by {@code presenting} somebody presents it at this moment. */
    static void freeToSign(UUID signer, OutgoingDocument document, @Nullable Command presenting) {
        if (document.origin().authorIds().contains(signer)
                || document.review().reviewerIds().contains(signer)
                || presenting != null && presenting.persons().contains(signer)) {
            throw selfApproval("起草、审核过此稿的人不能签发。", "Who drafted or reviewed a paper does not sign it.");
        }
    }

    /** Who presses for a signer must be free to sign himself, and have a mandate that is for this paper. */
    static void actsInPerson(OutgoingDocument document, Command command) {
        command.persons().forEach(person -> freeToSign(person, document, null));
        var mandate = command.mandate();
        if (mandate != null) {
            var reserved = document.review().important() || document.paper().direction() == Paper.Direction.UPWARD;
            mandate.requireCovers(
                    document.paper().docType().name(), document.origin().draftingUnitId(), reserved);
        }
    }

    /** What must have happened in the office before a leader sees it. */
    static void presentable(OutgoingDocument document) {
        if (!document.paper().hash().equals(document.review().reviewedHash())) {
            throw Refusal.of(
                    RefusalCode.E_DOC_BYPASS_OFFICE_REVIEW,
                    "此稿未经核稿员审核通过,不能呈签。",
                    "No reviewer has passed this text; it cannot go to a leader.");
        }
    }

    private static Refusal selfApproval(String chinese, String english) {
        return Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, chinese, english);
    }
}
