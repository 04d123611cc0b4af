package io.duban.documents.outgoing;

import io.duban.platform.calendar.AlertLight;
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
        boolean verbalPending,
        boolean returnedRepeatedly,
        List<PaperWarning> warnings,
        List<OutgoingSigner> signers,
        List<CosignView> cosigns,
        List<LegalView> legalReviews,
        List<Countersigner> countersigners,
        List<VerbalApproval> verbalApprovals,
        List<DeliveryView> deliveries,
        List<String> legalActions) {

    /** A unit's part of the co-signing, and whether it is about the text and the files as they stand. */
    record CosignView(CosignRequest request, boolean current, AlertLight light) {}

    /** A legality review, and whether it is about the text and the files as they stand. */
    record LegalView(LegalReview review, boolean current) {}

    /** A delivery with its light. */
    record DeliveryView(
            UUID unitId,
            Instant sentAt,
            Instant dueAt,
            @Nullable Instant signedAt,
            @Nullable UUID signedBy,
            @Nullable Instant endNotedAt,
            AlertLight light) {}

    static OutgoingView of(Dossier dossier, String issuerName, Officer officer, Instant now) {
        var hash = dossier.document().paper().hash();
        var lastFileAt = dossier.lastFileAt();
        return new OutgoingView(
                dossier,
                issuerName,
                hash,
                dossier.document().documentDate(),
                dossier.light(now),
                dossier.verbal().isPending(),
                dossier.document().review().isReturnedRepeatedly(),
                PaperWarning.of(dossier.document()),
                dossier.signers(),
                dossier.cosigns().requests().stream()
                        .map(request -> new CosignView(request, request.isAbout(hash, lastFileAt), request.light(now)))
                        .toList(),
                dossier.legality().reviews().stream()
                        .map(review -> new LegalView(review, review.isAbout(hash, lastFileAt)))
                        .toList(),
                dossier.joint().bodies(),
                dossier.verbal().approvals(),
                dossier.deliveries().stream()
                        .map(delivery -> view(delivery, now))
                        .toList(),
                OwnMoves.of(dossier, officer));
    }

    private static DeliveryView view(Delivery delivery, Instant now) {
        return new DeliveryView(
                delivery.unitId(),
                delivery.sentAt(),
                delivery.dueAt(),
                delivery.signedAt(),
                delivery.signedBy(),
                delivery.endNotedAt(),
                delivery.light(now));
    }
}
