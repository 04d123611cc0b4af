package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier as one officer sees it now: its light, and what he himself may do with it. */
record OutgoingView(
        Dossier dossier,
        String issuerName,
        String textHash,
        @Nullable LocalDate documentDate,
        AlertLight light,
        List<DeliveryView> deliveries,
        List<String> legalActions) {

    /** A delivery with its light. */
    record DeliveryView(
            UUID unitId,
            Instant sentAt,
            Instant dueAt,
            @Nullable Instant signedAt,
            @Nullable UUID signedBy,
            AlertLight light) {}

    static OutgoingView of(Dossier dossier, String issuerName, Officer officer, Instant now) {
        return new OutgoingView(
                dossier,
                issuerName,
                dossier.document().paper().hash(),
                dossier.document().progress().documentDate(),
                dossier.light(now),
                dossier.deliveries().stream()
                        .map(delivery -> view(delivery, now))
                        .toList(),
                legal(dossier, officer));
    }

    /** The moves of the table that are in this officer's own hand. */
    static List<String> legal(Dossier dossier, Officer officer) {
        return Move.legal(List.of(OutgoingMove.values()), dossier.document().status(), officer).stream()
                .filter(move -> isOwn(OutgoingMove.valueOf(move), dossier, officer))
                .toList();
    }

    private static boolean isOwn(OutgoingMove move, Dossier dossier, Officer officer) {
        var document = dossier.document();
        var unit = document.origin().draftingUnitId();
        return switch (move) {
            case CHANGE_DRAFT, ATTACH -> officer.hasAt(unit, UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD);
            case SUBMIT_FOR_REVIEW, WITHDRAW -> officer.hasAt(unit, UNIT_HEAD);
            case PASS_REVIEW, RETURN_DRAFT, RECHECK, RETURN_TO_SIGNER, SEAL -> !isAuthor(document, officer);
            case REQUEST_SIGNATURE ->
                !isAuthor(document, officer)
                        && document.paper().hash().equals(document.review().reviewedHash());
            case ADD_SIGNER, RETURN_BY_SIGNER ->
                dossier.sheet().atHand(officer.id()).isPresent();
            case SIGN ->
                dossier.sheet()
                        .atHand(officer.id())
                        .filter(OutgoingSigner::isMain)
                        .isPresent();
            case GIVE_OPINION ->
                dossier.sheet()
                        .atHand(officer.id())
                        .filter(seat -> !seat.isMain())
                        .isPresent();
            case SIGN_FOR ->
                dossier.deliveries().stream()
                        .anyMatch(delivery -> delivery.isOpen() && OutgoingIssuing.isOf(officer, delivery));
            case ALLOT_NUMBER, ISSUE -> true;
        };
    }

    private static boolean isAuthor(OutgoingDocument document, Officer officer) {
        return document.origin().authorIds().contains(officer.id());
    }

    private static DeliveryView view(Delivery delivery, Instant now) {
        return new DeliveryView(
                delivery.unitId(),
                delivery.sentAt(),
                delivery.dueAt(),
                delivery.signedAt(),
                delivery.signedBy(),
                delivery.light(now));
    }
}
