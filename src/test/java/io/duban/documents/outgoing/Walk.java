package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingStatus.*;
import static io.duban.documents.outgoing.Papers.*;

import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.OpinionMode;
import io.duban.documents.outgoing.OutgoingSigner.Position;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes one step after the other at random, two of three in a hand that may take it, so that the walk gets somewhere. */
final class Walk {

    private static final Officer BODY = officer(Role.UNIT_HEAD, THIRD_UNIT);
    private static final List<Officer> LEADERS = Stream.concat(
                    Stream.of(LEADER), Stream.generate(Papers::deputy).limit(3))
            .toList();
    private static final List<Officer> EVERYBODY = Stream.concat(
                    LEADERS.stream(),
                    Stream.of(
                            LIAISON, HEAD, REVIEWER, DIRECTOR, REGISTRY, KEEPER, RECIPIENT, COSIGNER, BODY, LAWYER,
                            ARCHIVES))
            .toList();

    private final Random random;
    private final List<NumberSequence> taken = new ArrayList<>();

    Walk(Random random) {
        this.random = random;
    }

    Dossier step(Dossier at) {
        var officer = random.nextInt(3) == 0 ? pick(EVERYBODY, random) : whoMayAct(at);
        var own = OwnMoves.of(at, officer);
        var move = own.isEmpty() || random.nextInt(4) == 0
                ? pick(List.of(OutgoingMove.values()), random)
                : OutgoingMove.valueOf(pick(own, random));
        return tried(move, at, officer, by(officer, at));
    }

    private Dossier tried(OutgoingMove move, Dossier at, Officer officer, Command command) {
        var document = at.document();
        var clock = due(at.id(), "CLOCK");
        return switch (move) {
            case CHANGE_DRAFT -> at.with(document.rewritten("第" + random.nextInt(3) + "稿", "正文", command));
            case ATTACH -> at.with(document.attachedTo(command));
            case START_COSIGN ->
                Cosigning.started(
                        at, List.of(new CosignSheet.Question(OTHER_UNIT, "有无意见?")), Map.of(OTHER_UNIT, clock), command);
            case ANSWER_COSIGN ->
                Cosigning.answered(
                        at,
                        pick(List.of(CosignAnswer.values()), random),
                        "意见",
                        document.paper().hash(),
                        command);
            case EXTEND_COSIGN -> Cosigning.extended(at, OTHER_UNIT, "资料未齐", clock, command);
            case ESCALATE_COSIGN -> Cosigning.escalated(at, OTHER_UNIT, "协调未果", command);
            case REVISE_COSIGNED -> Cosigning.revised(at, command);
            case CLOSE_COSIGN -> Cosigning.closed(at, Set.of(), command);
            case SUBMIT_COSIGNED -> Cosigning.submitted(at, Set.of(), clock, command);
            case SUBMIT_FOR_REVIEW -> Cosigning.submittedWithout(at, clock, command);
            case PASS_REVIEW -> at.with(document.reviewed(null, command));
            case RETURN_DRAFT ->
                at.with(document.returned(List.of(new Defect(Defect.ReviewPoint.FORM, "错字")), command));
            case REFUSE_ISSUE -> seldom(() -> OutgoingReview.refused(at, refusal(at), command));
            case REQUEST_LEGAL_REVIEW ->
                Legality.requested(at, LegalReview.Kind.NORMATIVE, "依据", Set.of(LAWYER.id()), clock, command);
            case GIVE_LEGAL_OPINION ->
                Legality.given(at, pick(List.of(LegalReview.Conclusion.values()), random), "意见", clock, command);
            case REQUEST_SIGNATURE ->
                Signing.presented(
                        at,
                        pick(LEADERS, random).id(),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(pick(LEADERS, random).id()),
                        false,
                        clock,
                        command);
            case ADD_SIGNER ->
                Signing.signerAdded(
                        at,
                        pick(EVERYBODY, random).id(),
                        pick(List.of(Position.BEFORE, Position.AFTER, Position.PARALLEL), random),
                        pick(List.of(OpinionMode.values()), random),
                        command);
            case SIGN, SIGN_JOINTLY, GIVE_OPINION -> Signing.decided(at, decision(at, officer), command);
            case RETURN_BY_SIGNER -> Signing.decided(at, says(Verdict.RETURN, at), command);
            case RETURN_TO_OFFICE ->
                Signing.decided(
                        at,
                        new SignerDecision(
                                Verdict.RETURN, document.paper().hash(), Form.EXPLICIT, "请再核", List.of(), true),
                        command);
            case COUNTERSIGN, COUNTERSIGN_LAST -> JointSheet.decided(at, says(Verdict.SIGN, at), command);
            case RETURN_BY_COUNTERSIGNER -> JointSheet.decided(at, says(Verdict.RETURN, at), command);
            case APPROVE_VERBALLY ->
                VerbalApproving.recorded(
                        at,
                        new VerbalApproval.Call(LEADER.id(), REVIEWER.id(), KEEPER.id(), NOW, "同意,先发。"),
                        clock,
                        command);
            case CONFIRM_VERBAL ->
                VerbalApproving.confirmed(
                        at, at.verbal().pending().map(VerbalApproval::textHash).orElse(""), null, command);
            case DENY_VERBAL, DENY_VERBAL_ISSUED -> VerbalApproving.denied(at, "没有说过", command);
            case RECHECK -> rechecked(at, command);
            case RETURN_TO_SIGNER -> backToSigners(at, command);
            case APPROVE_QUOTA -> at.with(Registering.quotaApproved(document, command));
            case ALLOT_NUMBER -> numbered(at, command);
            case SEAL -> {
                Duties.notOfAuthor(document, OutgoingMove.SEAL, command);
                yield at.with(Registering.sealed(document, "南湖区人民政府", 1, command));
            }
            case VOID_NUMBERED -> seldom(() -> at.with(Registering.voided(document, "情况有变", command)));
            case ISSUE -> issued(at, command);
            case SIGN_FOR -> signedFor(at, command);
            case CORRECT -> at.with(Registering.corrected(document, UUID.randomUUID(), command));
            case ARCHIVE -> at.with(Registering.archived(at, Ending.RetentionPeriod.PERMANENT, command));
            case REVOKE, REPEAL, SUPERSEDE ->
                at.with(Registering.ended(
                        document,
                        move,
                        new Ending.End("依据", Ending.EndedBy.ISSUER, LocalDate.of(2026, 12, 1), UUID.randomUUID()),
                        command));
            case NOTE_END -> EndNoting.noting(at, command);
            case OPEN -> Withdrawing.opened(at, command);
            case WITHDRAW -> seldom(() -> Withdrawing.withdrawn(at, "另行处理", command));
            case ASK_WITHDRAWAL -> Withdrawing.asked(at, "另行处理", command);
            case GRANT_WITHDRAWAL -> seldom(() -> Withdrawing.granted(at, command));
            case REFUSE_WITHDRAWAL -> Withdrawing.refused(at, command);
        };
    }

    private static OutgoingReview.IssueRefusal refusal(Dossier at) {
        return new OutgoingReview.IssueRefusal(at.id(), Ending.NotIssued.DISPENSABLE, "可发可不发");
    }

    private Dossier rechecked(Dossier at, Command command) {
        Rechecking.require(at, new OutgoingRechecking.Recheck(at.id(), List.of(), null, null, null), command);
        return at.with(at.document().rechecked(at.document().paper(), command));
    }

    private Dossier backToSigners(Dossier at, Command command) {
        var edits = List.of(new TextEdit(TextEdit.Kind.SUBSTANTIVE, "改责任单位"));
        Rechecking.require(at, new OutgoingRechecking.Recheck(at.id(), edits, null, "改", null), command);
        var edited = at.document().paper().withText(at.title(), "改后正文" + random.nextInt());
        return Signing.returnedToSigner(at, edited, due(at.id(), "SIGNATURE"), command);
    }

    private Dossier numbered(Dossier at, Command command) {
        Duties.check(at.document(), OutgoingMove.ALLOT_NUMBER, command);
        if (at.document().registration().documentNumber() != null) {
            throw new AssertionError("numbered twice");
        }
        taken.add(
                taken.isEmpty()
                        ? NumberSequence.first("南政发", 2026)
                        : taken.get(taken.size() - 1).next());
        return at.with(Registering.numbered(at.document(), taken.get(taken.size() - 1), random.nextBoolean(), command));
    }

    private static Dossier issued(Dossier at, Command command) {
        Duties.check(at.document(), OutgoingMove.ISSUE, command);
        var clock = due(at.id(), Delivery.step(OTHER_UNIT));
        return at.with(Registering.issued(at.document(), Set.of(OTHER_UNIT), clock, command))
                .withDeliveries(List.of(Delivery.sent(at.id(), OTHER_UNIT, clock, command.now())));
    }

    private static Dossier signedFor(Dossier at, Command command) {
        Duties.check(at.document(), OutgoingMove.SIGN_FOR, command);
        return at.with(Registering.signedFor(at.document(), true, command))
                .withDeliveries(at.deliveries().stream()
                        .map(delivery -> delivery.signedFor(command.officer().id(), command.now()))
                        .toList());
    }

    private SignerDecision decision(Dossier at, Officer officer) {
        var main =
                at.sheet().seatOf(officer.id()).filter(OutgoingSigner::isMain).isPresent();
        return new SignerDecision(
                main ? Verdict.SIGN : Verdict.AGREE,
                random.nextInt(10) == 0 ? "0".repeat(64) : at.document().paper().hash(),
                pick(List.of(Form.values()), random),
                "同意",
                random.nextInt(6) == 0 ? List.of("改“一周”为“五日”") : List.of(),
                false);
    }

    private Officer whoMayAct(Dossier at) {
        var able = EVERYBODY.stream()
                .filter(officer -> !OwnMoves.of(at, officer).isEmpty())
                .toList();
        return able.isEmpty() ? pick(EVERYBODY, random) : pick(able, random);
    }

    /** What would end most walks before they got anywhere. */
    private Dossier seldom(java.util.function.Supplier<Dossier> step) {
        if (random.nextInt(15) > 0) {
            throw Refusal.notFound();
        }
        return step.get();
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
