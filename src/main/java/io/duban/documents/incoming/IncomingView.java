package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A paper as one officer sees it now: the lights, and what he himself may do with it. */
record IncomingView(
        PaperFile file,
        AlertLight light,
        List<PartView> assignments,
        List<ReaderView> readers,
        List<String> legalActions) {

    /** A unit's part with its light and this officer's steps on it. */
    record PartView(UnitAssignment part, AlertLight light, List<String> legalActions) {}

    /** A reader with his light. */
    record ReaderView(CirculationReader reader, AlertLight light) {}

    static IncomingView of(PaperFile whole, Officer officer, Instant now) {
        var file = Insight.of(whole, officer);
        return new IncomingView(
                file,
                file.light(now),
                file.assignments().stream()
                        .map(part -> new PartView(part, part.light(now), legal(part, officer)))
                        .toList(),
                file.readers().stream()
                        .map(reader -> new ReaderView(reader, reader.light(now)))
                        .toList(),
                legal(file, officer));
    }

    /** The moves of the table that are in this officer's own hand; those a unit's step brings about are shown with its part. */
    static List<String> legal(PaperFile file, Officer officer) {
        var moves = Move.legal(List.of(IncomingMove.values()), file.document().status(), officer).stream()
                .filter(move -> isOwn(IncomingMove.valueOf(move), file, officer));
        var reads = file.readers().stream()
                .filter(reader -> reader.isAtHand() && reader.readerId().equals(officer.id()))
                .map(reader -> ReaderMove.READ.name());
        return Stream.concat(moves, reads).distinct().toList();
    }

    private static boolean isOwn(IncomingMove move, PaperFile file, Officer officer) {
        var document = file.document();
        return switch (move) {
            case GIVE_INSTRUCTION -> isAtHand(file, officer) && !isLast(file);
            case INSTRUCT -> isAtHand(file, officer) && isLast(file);
            case RETURN_FOR_REWORK -> isAtHand(file, officer);
            case SETTLE_CONFLICT -> document.leading().conflict() && officer.has(CHIEF_LEADER);
            case PROPOSE_AGAIN -> document.leading().leaderRound() > 0;
            case CHECK_PROPOSAL -> !officer.id().equals(document.proposal().proposedBy());
            case ASSIGN ->
                !document.leading().conflict()
                        && !file.in(UnitAssignmentStatus.DRAFTED).isEmpty()
                        && !officer.id().equals(document.assigning().draftedBy());
            case CIRCULATE ->
                !document.leading().conflict() && !document.content().owesReply();
            case ASSIGN_DIRECTLY -> document.content().importance() != Content.Importance.HIGH;
            case BEGIN_HANDLING, SUBMIT_RESULT, REASSIGN, RETURN_FOR_CORRECTION, INSTRUCT_ON_READING -> false;
            default -> true;
        };
    }

    private static boolean isAtHand(PaperFile file, Officer officer) {
        return file.sheet()
                .atHand()
                .filter(seat -> seat.leaderId().equals(officer.id()))
                .isPresent();
    }

    private static boolean isLast(PaperFile file) {
        return file.sheet().atHand().filter(file.sheet()::isMain).isPresent();
    }

    private static List<String> legal(UnitAssignment part, Officer officer) {
        return Move.legal(List.of(UnitAssignmentMove.values()), part.status(), officer).stream()
                .filter(move -> isOwn(UnitAssignmentMove.valueOf(move), part, officer))
                .toList();
    }

    private static boolean isOwn(UnitAssignmentMove move, UnitAssignment part, Officer officer) {
        return switch (move) {
            case SIGN_FOR -> officer.hasAt(part.unitId(), UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD);
            case ASK_RETURN ->
                officer.hasAt(part.unitId(), UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)
                        && !part.charge().designated()
                        && !part.unitReturn().wasKept();
            case REPORT_STAGE, SUBMIT_RESULT -> officer.hasAt(part.unitId(), UNIT_HEAD);
            case RELEASE -> part.duty() == UnitAssignment.Duty.CO;
            case CONFIRM, DROP, DISPUTE, RETURN_CO -> false;
            case REASSIGN, KEEP, RETURN_RESULT, ACCEPT -> true;
        };
    }
}
