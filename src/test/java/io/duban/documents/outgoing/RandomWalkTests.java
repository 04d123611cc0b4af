package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingStatus.*;
import static io.duban.documents.outgoing.Papers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.documents.DocType;
import io.duban.documents.Urgency;
import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.State;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever people try, in whatever order, over the whole table: no paper loses a signer or a co-signer's answer in silence, is signed with an
 * open seat or a body missing, is issued without the legality opinion it needs, or bears two numbers.
 */
class RandomWalkTests {

    private static final Set<OutgoingStatus> AFTER_SIGNATURE = EnumSet.of(SIGNED, RECHECKED, NUMBERED, SEALED, ISSUED);
    private static final Set<OutgoingStatus> REACHED = EnumSet.noneOf(OutgoingStatus.class);

    @Property(tries = 800, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void keepsItsPromises(@ForAll long seed) {
        var random = new Random(seed);
        var walk = new Walk(random);
        var dossier = Dossier.of(drafted(
                paper(
                        Walk.pick(List.of(DocType.NOTICE, DocType.REQUEST), random),
                        Walk.pick(List.of(Urgency.NORMAL, Urgency.EXTRA_URGENT), random),
                        random.nextInt(3) == 0),
                particulars(random)));
        for (int step = 0; step < 150; step++) {
            var before = dossier;
            try {
                dossier = walk.step(before);
            } catch (Refusal refused) {
                continue;
            }
            REACHED.add(dossier.document().status());
            check(before, dossier);
        }
    }

    /** A walk that never gets anywhere proves nothing. One in sixty sees the rarest state: with half as many walks, one run in 750 missed it. */
    @AfterContainer
    static void everyStateWasReached() {
        assertThat(REACHED).containsExactlyInAnyOrder(OutgoingStatus.values());
    }

    private static Particulars particulars(Random random) {
        return new Particulars(
                List.of(),
                random.nextInt(3) == 0,
                false,
                random.nextInt(4) == 0,
                false,
                null,
                null,
                null,
                null,
                random.nextInt(2) == 0 ? Set.of(THIRD_UNIT) : Set.of(),
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static void check(Dossier before, Dossier after) {
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(ids(after)).containsAll(ids(before));
        losesNoWord(before, after);
        var status = after.document().status();
        if (status == AWAITING_SIGNATURE) {
            assertThat(after.sheet().personsAtHand())
                    .as("somebody has it on his desk")
                    .isNotEmpty();
        }
        if (AFTER_SIGNATURE.contains(status)) {
            assertSigned(after);
            assertLegal(after);
        }
        if (status == SIGNED && !after.verbal().isPending()) {
            assertThat(after.sheet().seats().stream().filter(OutgoingSigner::isApproval))
                    .extracting(OutgoingSigner::decidedHash)
                    .containsOnly(after.document().paper().hash());
        }
        assertThat(after.sheet().seats())
                .extracting(OutgoingSigner::personId)
                .doesNotContainAnyElementsOf(after.document().origin().authorIds());
        keepsItsNumber(before, after);
        if (before.document().status() == OFFICE_REVIEW && status == AWAITING_SIGNATURE) {
            isCosigned(after);
        }
    }

    private static void losesNoWord(Dossier before, Dossier after) {
        before.signers().stream()
                .filter(signer -> signer.state() == State.DONE)
                .forEach(decided -> assertThat(after.signers()).contains(decided));
        before.cosigns().requests().stream()
                .filter(request -> request.reply().answer() != null)
                .forEach(answered -> assertThat(after.cosigns().requests())
                        .filteredOn(request -> request.id().equals(answered.id()))
                        .extracting(CosignRequest::reply)
                        .containsExactly(answered.reply()));
        before.legality().reviews().stream()
                .filter(review -> review.conclusion() != null)
                .forEach(given -> assertThat(after.legality().reviews()).contains(given));
        before.joint().bodies().stream()
                .filter(body -> !body.isOpen())
                .forEach(decided -> assertThat(after.joint().bodies()).contains(decided));
    }

    private static void assertSigned(Dossier dossier) {
        assertThat(dossier.sheet().seats()).isNotEmpty();
        assertThat(dossier.sheet().seats()).extracting(OutgoingSigner::state).containsOnly(State.DONE);
        assertThat(dossier.sheet().seats().stream().filter(OutgoingSigner::isApproval))
                .extracting(OutgoingSigner::verdict)
                .doesNotContain(Verdict.RETURN)
                .contains(Verdict.SIGN);
        dossier.sheet().seats().stream()
                .filter(seat -> seat.mode() == Form.VERBAL)
                .forEach(seat -> assertThat(dossier.verbal().approvals())
                        .as("signed by telephone only where that was recorded")
                        .anyMatch(approval -> approval.leaderId().equals(seat.personId())
                                && approval.textHash().equals(seat.decidedHash())));
        if (dossier.document().particulars().isJoint()) {
            assertThat(dossier.joint().isSigned(dossier.document())).isTrue();
        }
    }

    /** A substantive change after the signature is the leader's; before it, the very text was found legal. */
    private static void assertLegal(Dossier dossier) {
        if (dossier.document().paper().normative()
                || dossier.document().particulars().majorDecision()) {
            assertThat(dossier.legality().reviews())
                    .extracting(LegalReview::conclusion)
                    .contains(LegalReview.Conclusion.LEGAL);
        }
    }

    private static void isCosigned(Dossier presented) {
        var hash = presented.document().paper().hash();
        if (presented.document().particulars().touchesOtherPowers()) {
            assertThat(presented.cosigns().latest()).isNotEmpty();
        }
        assertThat(presented.cosigns().latest()).allSatisfy(request -> {
            assertThat(request.reply().answer()).isNotNull();
            assertThat(request.askedHash()).isEqualTo(hash);
            assertThat(request.isUnresolved()).isFalse();
        });
    }

    private static void keepsItsNumber(Dossier before, Dossier after) {
        var number = before.document().registration().documentNumber();
        if (number != null && after.document().status() != RETURNED) {
            assertThat(after.document().registration().documentNumber()).isEqualTo(number);
        }
    }

    private static Set<UUID> ids(Dossier dossier) {
        return dossier.rows().all().stream().map(Versioned::id).collect(Collectors.toSet());
    }
}
