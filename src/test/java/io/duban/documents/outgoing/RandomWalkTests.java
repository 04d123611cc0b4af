package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingStatus.*;
import static io.duban.documents.outgoing.Papers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.documents.DocType;
import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.OpinionMode;
import io.duban.documents.outgoing.OutgoingSigner.Position;
import io.duban.documents.outgoing.OutgoingSigner.State;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever people try, in whatever order: no paper loses a signer, gets two numbers or is signed with an approval missing. */
class RandomWalkTests {

    private static final List<Officer> LEADERS = Stream.concat(
                    Stream.of(LEADER), Stream.generate(Papers::deputy).limit(5))
            .toList();
    private static final List<Officer> EVERYBODY = Stream.concat(
                    LEADERS.stream(), Stream.of(LIAISON, HEAD, REVIEWER, DIRECTOR, REGISTRY, KEEPER, RECIPIENT))
            .toList();

    @Property(tries = 400)
    void keepsItsPromises(@ForAll long seed) {
        var random = new Random(seed);
        var sequence = new ArrayList<NumberSequence>();
        var dossier = Dossier.of(OutgoingDocument.drafted(
                UUID.randomUUID(),
                UNIT,
                paper(pick(List.of(DocType.NOTICE, DocType.REQUEST), random)),
                by(LIAISON, 0)));
        for (int step = 0; step < 120; step++) {
            var before = dossier;
            // Two steps of three in a hand that may take them, so that the walk gets somewhere.
            var officer = random.nextInt(3) == 0 ? pick(EVERYBODY, random) : whoMayAct(before, random);
            try {
                dossier = tried(before, officer, sequence, random);
            } catch (Refusal refused) {
                continue;
            }
            check(before, dossier);
        }
    }

    private static void check(Dossier before, Dossier after) {
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(ids(after)).containsAll(ids(before));
        before.signers().stream()
                .filter(signer -> signer.state() == State.DONE)
                .forEach(decided -> assertThat(after.signers()).contains(decided));
        var number = before.document().registration().documentNumber();
        if (number != null) {
            assertThat(after.document().registration().documentNumber()).isEqualTo(number);
        }
        var status = after.document().status();
        if (status == AWAITING_SIGNATURE) {
            assertThat(after.sheet().personsAtHand())
                    .as("somebody has it on his desk")
                    .isNotEmpty();
        }
        if (Set.of(SIGNED, RECHECKED, NUMBERED, SEALED, ISSUED).contains(status)) {
            assertSigned(after);
        }
        if (status == SIGNED) {
            assertThat(after.sheet().seats().stream().filter(OutgoingSigner::isApproval))
                    .extracting(OutgoingSigner::decidedHash)
                    .containsOnly(after.document().paper().hash());
        }
        assertThat(after.sheet().seats())
                .extracting(OutgoingSigner::personId)
                .doesNotContainAnyElementsOf(after.document().origin().authorIds());
    }

    private static void assertSigned(Dossier dossier) {
        assertThat(dossier.sheet().seats()).isNotEmpty();
        assertThat(dossier.sheet().seats()).extracting(OutgoingSigner::state).containsOnly(State.DONE);
        assertThat(dossier.sheet().seats().stream().filter(OutgoingSigner::isApproval))
                .extracting(OutgoingSigner::verdict)
                .doesNotContain(Verdict.RETURN)
                .contains(Verdict.SIGN);
    }

    private static Dossier tried(Dossier at, Officer officer, List<NumberSequence> sequence, Random random) {
        var document = at.document();
        var command = by(officer, at);
        return switch (pick(List.of(OutgoingMove.values()), random)) {
            case CHANGE_DRAFT -> at.with(document.rewritten("第" + random.nextInt(9) + "稿", "正文", command));
            case ATTACH -> at.with(document.attachedTo(command));
            case SUBMIT_FOR_REVIEW -> at.with(document.submitted(due(at.id(), "REVIEW"), command));
            case PASS_REVIEW -> at.with(document.reviewed(null, command));
            case RETURN_DRAFT -> at.with(document.returned(List.of("错字"), command));
            case REQUEST_SIGNATURE ->
                at.presented(pick(LEADERS, random).id(), false, due(at.id(), "SIGNATURE"), command);
            case ADD_SIGNER ->
                at.signerAdded(
                        pick(EVERYBODY, random).id(),
                        pick(List.of(Position.BEFORE, Position.AFTER, Position.PARALLEL), random),
                        pick(List.of(OpinionMode.values()), random),
                        command);
            case SIGN, GIVE_OPINION -> at.decided(decision(at, officer, random), command);
            case RETURN_BY_SIGNER -> at.decided(says(Verdict.RETURN, at), command);
            case RECHECK -> rechecked(at, command);
            case RETURN_TO_SIGNER -> backToSigners(at, command, random);
            case ALLOT_NUMBER -> numbered(at, command, sequence);
            case SEAL -> {
                Duties.notOfAuthor(document, OutgoingMove.SEAL, command);
                yield at.with(document.sealed("南湖区人民政府", 1, command));
            }
            case ISSUE -> {
                Duties.check(document, OutgoingMove.ISSUE, command);
                yield at.with(document.issued(Set.of(OTHER_UNIT), due(at.id(), "SIGN_FOR"), command));
            }
            case SIGN_FOR -> {
                Duties.check(document, OutgoingMove.SIGN_FOR, command);
                yield at.with(document.signedFor(true, command));
            }
            // Seldom, or every walk would end here.
            case WITHDRAW -> random.nextInt(30) == 0 ? at.withdrawn("另行处理", command) : refuse();
        };
    }

    private static Dossier rechecked(Dossier at, Command command) {
        Duties.notOfSigner(at, OutgoingMove.RECHECK, command);
        return at.with(at.document().rechecked(at.document().paper(), command));
    }

    private static Dossier backToSigners(Dossier at, Command command, Random random) {
        Duties.notOfSigner(at, OutgoingMove.RETURN_TO_SIGNER, command);
        var edited = at.document().paper().withText(at.title(), "改后正文" + random.nextInt());
        return at.returnedToSigner(edited, due(at.id(), "SIGNATURE"), command);
    }

    private static Dossier numbered(Dossier at, Command command, List<NumberSequence> sequence) {
        Duties.check(at.document(), OutgoingMove.ALLOT_NUMBER, command);
        assertThat(sequence).as("numbered once").isEmpty();
        sequence.add(NumberSequence.first("南政发", 2026));
        return at.with(at.document().numbered(sequence.get(0), command));
    }

    private static SignerDecision decision(Dossier at, Officer officer, Random random) {
        var main =
                at.sheet().seatOf(officer.id()).filter(OutgoingSigner::isMain).isPresent();
        return new SignerDecision(
                main ? Verdict.SIGN : Verdict.AGREE,
                random.nextInt(10) == 0 ? "0".repeat(64) : at.document().paper().hash(),
                pick(List.of(Form.values()), random),
                "同意");
    }

    private static Officer whoMayAct(Dossier at, Random random) {
        var able = EVERYBODY.stream()
                .filter(officer -> !OutgoingView.legal(at, officer).isEmpty())
                .toList();
        return able.isEmpty() ? pick(EVERYBODY, random) : pick(able, random);
    }

    private static Set<UUID> ids(Dossier dossier) {
        return dossier.signers().stream().map(OutgoingSigner::id).collect(Collectors.toSet());
    }

    private static Dossier refuse() {
        throw Refusal.notFound();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
