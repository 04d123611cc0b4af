package io.duban.documents.outgoing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office did with it before and after the signature.
 *
 * @param correctionRound how often it was returned
 * @param defectPoints under which point of review each of the defects falls
 * @param reviewedHash the text the office passed; null until it has
 * @param signingRound the round of signers that counts; earlier ones are kept
 * @param reviewerIds everybody who reviewed or presented it: none of them signs it
 */
record Review(
        int correctionRound,
        List<String> defects,
        List<Defect.ReviewPoint> defectPoints,
        @Nullable UUID reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedHash,
        @Nullable String reviewOpinion,
        boolean important,
        @Nullable UUID presentedBy,
        int signingRound,
        @Nullable UUID recheckedBy,
        Set<UUID> reviewerIds)
        implements DocumentPart {

    static final Review NONE =
            new Review(0, List.of(), List.of(), null, null, null, null, false, null, 0, null, Set.of());

    Review passed(UUID by, String hash, @Nullable String opinion, Instant now) {
        return new Review(
                correctionRound,
                defects,
                defectPoints,
                by,
                now,
                hash,
                opinion,
                important,
                null,
                signingRound,
                null,
                with(Set.of(by)));
    }

    /** Nothing of the review stands any more: the next text is another one. */
    Review returned(List<Defect> found) {
        return new Review(
                correctionRound + 1,
                found.stream().map(Defect::what).toList(),
                found.stream().map(Defect::point).toList(),
                null,
                null,
                null,
                null,
                false,
                null,
                signingRound,
                null,
                reviewerIds);
    }

    /** Whether its unit sent it in wrong so often that its head is to know. */
    boolean isReturnedRepeatedly() {
        return correctionRound >= 3;
    }

    /** Back on the office's desk by a signer's word: it is to be looked at again. */
    Review again() {
        return new Review(
                correctionRound,
                defects,
                defectPoints,
                null,
                null,
                null,
                null,
                important,
                null,
                signingRound,
                null,
                reviewerIds);
    }

    /** By a leader's word on the telephone: who recorded it vouches that this is the text. */
    Review vouchedFor(UUID by, String hash, Instant now) {
        return passed(by, hash, reviewOpinion, now).presented(by, important);
    }

    /** Somebody else of the office had a say in it, and so will not sign it. */
    Review reviewedToo(Set<UUID> persons) {
        return new Review(
                correctionRound,
                defects,
                defectPoints,
                reviewedBy,
                reviewedAt,
                reviewedHash,
                reviewOpinion,
                important,
                presentedBy,
                signingRound,
                recheckedBy,
                with(persons));
    }

    Review presented(UUID by, boolean asImportant) {
        return new Review(
                correctionRound,
                defects,
                defectPoints,
                reviewedBy,
                reviewedAt,
                reviewedHash,
                reviewOpinion,
                asImportant,
                by,
                signingRound + 1,
                null,
                with(Set.of(by)));
    }

    Review rechecked(UUID by, String hash) {
        return new Review(
                correctionRound,
                defects,
                defectPoints,
                reviewedBy,
                reviewedAt,
                hash,
                reviewOpinion,
                important,
                presentedBy,
                signingRound,
                by,
                with(Set.of(by)));
    }

    /** Back to the signers with another text (报原签批人复审). */
    Review againToSigners(UUID by, String hash) {
        var next = rechecked(by, hash);
        return new Review(
                correctionRound,
                defects,
                defectPoints,
                reviewedBy,
                reviewedAt,
                hash,
                reviewOpinion,
                important,
                presentedBy,
                signingRound + 1,
                null,
                next.reviewerIds);
    }

    private Set<UUID> with(Set<UUID> reviewers) {
        var all = new HashSet<>(reviewerIds);
        all.addAll(reviewers);
        return all;
    }
}
