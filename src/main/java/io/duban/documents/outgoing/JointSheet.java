package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The other bodies of a joint issue and their signatures (domain 2.2 T13), of all rounds. */
record JointSheet(List<Countersigner> bodies) {

    JointSheet asking(OutgoingDocument document) {
        var all = new ArrayList<>(bodies);
        document.particulars().jointUnitIds().stream()
                .sorted()
                .forEach(unit -> all.add(
                        Countersigner.asked(document.id(), document.review().signingRound(), unit)));
        return new JointSheet(all);
    }

    /** A body's head has spoken; with the last "yes" the paper is signed, with the first "no" it goes back. */
    static Dossier decided(Dossier before, SignerDecision decision, Command command) {
        var document = before.document();
        COUNTERSIGN.check(document.status(), command.seenVersion(), command);
        var seat = before.joint().openFor(command.officer());
        decision.requireFrom(document);
        if (decision.verdict() == Verdict.AGREE) {
            throw Refusal.invalid("/verdict", "联合行文机关负责人签发(SIGN)或退回(RETURN)。", "A joint body's head signs or returns.");
        }
        Duties.actsInPerson(document, command);
        var sheet = before.joint()
                .with(seat.decided(
                        decision, command.officer().id(), command.actor().id(), command.now()));
        if (decision.verdict() == Verdict.RETURN) {
            return before.with(sheet.lapsed())
                    .with(document.returnedBySigner(
                            RETURN_BY_COUNTERSIGNER, String.valueOf(decision.opinion()), command));
        }
        var moved = sheet.isSigned(document)
                ? document.signed(COUNTERSIGN_LAST, command)
                : document.moved(COUNTERSIGN, command).with(document.progress().at(command.now()));
        return before.with(sheet).with(moved.with(moved.course().changedByHand(decision.changes())));
    }

    boolean isWaitingFor(Officer officer) {
        return bodies.stream().anyMatch(body -> body.isOpen() && isHead(officer, body.unitId()));
    }

    JointSheet lapsed() {
        return new JointSheet(bodies.stream().map(Countersigner::lapsed).toList());
    }

    /** Every body of the present round said yes. */
    boolean isSigned(OutgoingDocument document) {
        var round = document.review().signingRound();
        var signed = bodies.stream()
                .filter(body -> body.round() == round && body.verdict() == Verdict.SIGN)
                .map(Countersigner::unitId)
                .toList();
        return signed.containsAll(document.particulars().jointUnitIds());
    }

    private Countersigner openFor(Officer officer) {
        return bodies.stream()
                .filter(body -> body.isOpen() && isHead(officer, body.unitId()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "您所在机关不在联合行文之列,或者已经签发。", "Your body is not on it, or has signed."));
    }

    private JointSheet with(Countersigner decided) {
        return new JointSheet(bodies.stream()
                .map(body -> Objects.equals(body.id(), decided.id()) ? decided : body)
                .toList());
    }

    private static boolean isHead(Officer officer, UUID unit) {
        return officer.hasAt(unit, UNIT_HEAD, CHIEF_LEADER);
    }
}
