package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingSigner.State.*;

import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.OpinionMode;
import io.duban.documents.outgoing.OutgoingSigner.Position;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signing sheet (签批单) of one round: the main signer and whoever was added (加签, domain 0.4), each in his turn. BEFORE pauses the one who
 * added him, PARALLEL decides beside him, AFTER decides once he has.
 */
record SigningSheet(List<OutgoingSigner> seats) {

    private static final int DEEPEST = 2;

    static SigningSheet openedFor(UUID documentId, int round, UUID leader) {
        return new SigningSheet(List.of(OutgoingSigner.main(documentId, round, leader))).settled();
    }

    /** What the leader said on the telephone takes his seat until he confirms it. */
    static SigningSheet toldBy(UUID leader, OutgoingDocument document, String words, Instant now) {
        var seat = OutgoingSigner.main(document.id(), document.review().signingRound(), leader);
        return new SigningSheet(List.of(
                seat.decided(Verdict.SIGN, Form.VERBAL, words, document.paper().hash(), now)));
    }

    /** With those who approve before the main signer (分管领导在前). */
    SigningSheet preceded(List<UUID> persons) {
        var main = seats.get(0);
        var sheet = this;
        for (var person : persons) {
            sheet = sheet.adding(main, person, Position.BEFORE, OpinionMode.APPROVAL);
        }
        return sheet;
    }

    /** A new round for another text: everybody whose approval it needed is asked again, at the same place in the order. */
    SigningSheet again(int round) {
        var renewed = new HashMap<UUID, UUID>();
        var next = new ArrayList<OutgoingSigner>();
        seats.stream().filter(this::isNeededAgain).forEach(seat -> {
            var copy = seat.again(round, seat.addedBy() == null ? null : renewed.get(seat.addedBy()));
            renewed.put(seat.id(), copy.id());
            next.add(copy);
        });
        return new SigningSheet(next).settled();
    }

    SigningSheet with(OutgoingSigner decided) {
        return changed(seat -> seat.id().equals(decided.id()) ? decided : seat).settled();
    }

    /** @throws Refusal when he is on the sheet already, or the chain of additions gets too long */
    SigningSheet adding(OutgoingSigner by, UUID person, Position position, OpinionMode mode) {
        if (seats.stream().anyMatch(seat -> seat.personId().equals(person))) {
            throw Refusal.invalid("/personId", "此人已在签批单上。", "He is on the signing sheet already.");
        }
        if (by.depth() == DEEPEST) {
            throw Refusal.invalid("/personId", "加签不能超过两层。", "Added signers' added signers add nobody.");
        }
        var added = by.adding(seats.size(), person, position, mode);
        return new SigningSheet(Stream.concat(seats.stream(), Stream.of(added)).toList()).settled();
    }

    /** The paper went back: who has not decided need not any more, and stays on the sheet as such. */
    SigningSheet lapsed() {
        return changed(seat -> seat.isUndecided() ? seat.in(LAPSED) : seat);
    }

    Optional<OutgoingSigner> seatOf(UUID person) {
        return seats.stream().filter(seat -> seat.personId().equals(person)).findFirst();
    }

    Optional<OutgoingSigner> main() {
        return seats.stream().filter(OutgoingSigner::isMain).findFirst();
    }

    Optional<OutgoingSigner> atHand(UUID person) {
        return seatOf(person).filter(seat -> seat.state() == ACTIVE);
    }

    Set<UUID> personsAtHand() {
        return seats.stream()
                .filter(seat -> seat.state() == ACTIVE)
                .map(OutgoingSigner::personId)
                .collect(Collectors.toSet());
    }

    /** Everybody has spoken, and nobody whose approval it needs is missing. */
    boolean isSigned() {
        return seats.stream().allMatch(seat -> seat.state() == DONE)
                && seats.stream().filter(OutgoingSigner::isApproval).noneMatch(seat -> seat.verdict() == Verdict.RETURN)
                && seats.stream().anyMatch(seat -> seat.isMain() && seat.verdict() == Verdict.SIGN);
    }

    private SigningSheet settled() {
        return changed(seat -> !seat.isUndecided() ? seat : seat.in(isTurnOf(seat) ? ACTIVE : PENDING));
    }

    private boolean isTurnOf(OutgoingSigner seat) {
        return isReached(seat)
                && added(seat)
                        .filter(added -> added.position() == Position.BEFORE)
                        .allMatch(this::isFinished);
    }

    /** Whether the order has come to this seat, whoever he himself may still wait for. */
    private boolean isReached(OutgoingSigner seat) {
        if (seat.addedBy() == null) {
            return true;
        }
        var by = byId().get(seat.addedBy());
        return isReached(by) && (seat.position() != Position.AFTER || by.state() == DONE);
    }

    /** He and everybody he added have decided. */
    private boolean isFinished(OutgoingSigner seat) {
        return seat.state() == DONE && added(seat).allMatch(this::isFinished);
    }

    private boolean isNeededAgain(OutgoingSigner seat) {
        return seat.isApproval() || added(seat).anyMatch(this::isNeededAgain);
    }

    private Stream<OutgoingSigner> added(OutgoingSigner seat) {
        return seats.stream().filter(other -> seat.id().equals(other.addedBy()));
    }

    private Map<UUID, OutgoingSigner> byId() {
        return seats.stream().collect(Collectors.toMap(OutgoingSigner::id, seat -> seat));
    }

    private SigningSheet changed(UnaryOperator<OutgoingSigner> change) {
        return new SigningSheet(seats.stream().map(change).toList());
    }
}
