package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.subprocesses.ReturnRight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** One unit's part of a paper (交办): what it is to do, how far it is, and what it handed in. */
@Table("incoming_assignment")
record UnitAssignment(
        @Id UUID id,
        long version,
        UUID documentId,
        UUID unitId,
        Duty duty,
        UnitAssignmentStatus status,
        @Embedded.Empty UnitCharge charge,
        @Embedded.Empty UnitReceipt receipt,
        @Embedded.Empty UnitReturn unitReturn,
        @Embedded.Empty UnitResult unitResult,
        @Embedded.Empty UnitVerdict verdict)
        implements Versioned {

    /** 主办, 协办, 分办. */
    enum Duty {
        HOST,
        CO,
        SEPARATE;

        /** The paper waits for it. */
        boolean leads() {
            return this != CO;
        }
    }

    /** What the office wants of one unit. */
    record Part(
            UUID unitId,
            Duty duty,
            String requirement,
            @Nullable String feedbackForm,
            @Nullable Instant dueAt) {}

    static UnitAssignment drafted(UUID documentId, Part part) {
        return begun(documentId, part.unitId(), part.duty(), UnitAssignmentStatus.DRAFTED, UnitCharge.of(part));
    }

    /** The same part in the hands of another unit, of which the clocks are still to start. */
    UnitAssignment inPlaceFor(UUID unit, boolean byDesignation) {
        return begun(documentId, unit, duty, UnitAssignmentStatus.ASSIGNED, charge.again(id, byDesignation));
    }

    private static UnitAssignment begun(
            UUID documentId, UUID unit, Duty duty, UnitAssignmentStatus status, UnitCharge charge) {
        return new UnitAssignment(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                unit,
                duty,
                status,
                charge,
                UnitReceipt.NONE,
                UnitReturn.NONE,
                UnitResult.NONE,
                UnitVerdict.NONE);
    }

    /** Its clocks run; on a row of this very command the version stays, since nobody has seen it before. */
    UnitAssignment running(UnitAssignmentStatus next, Deadline due, Instant mayReturnUntil, boolean fresh) {
        var timed = charge.due(due.currentDueAt(), due.warnAt()).returnableUntil(mayReturnUntil);
        return changed(fresh ? version : version + 1, next, timed, receipt, unitReturn, unitResult, verdict);
    }

    UnitAssignment dueBy(Instant until, Instant warn) {
        return changed(version + 1, status, charge.due(until, warn), receipt, unitReturn, unitResult, verdict);
    }

    UnitAssignment signedFor(UUID handler, UUID seenBy, Instant now) {
        return moved(
                UnitAssignmentMove.SIGN_FOR,
                charge,
                new UnitReceipt(handler, seenBy, now),
                unitReturn,
                unitResult,
                verdict);
    }

    UnitAssignment in(UnitAssignmentMove move) {
        return moved(move, charge, receipt, unitReturn, unitResult, verdict);
    }

    UnitAssignment returnAsked(UnitAssignmentMove move, UnitReturn asked) {
        return moved(move, charge, receipt, asked, unitResult, verdict);
    }

    /** The unit keeps it; after a dispute for good. */
    UnitAssignment kept(boolean byDesignation, UUID decider, String words) {
        return moved(
                UnitAssignmentMove.KEEP,
                byDesignation ? charge.forGood() : charge,
                receipt,
                unitReturn.decided(true, decider, words),
                unitResult,
                verdict);
    }

    UnitAssignment givenAway(UUID decider, String words) {
        var decided = unitReturn.decided(false, decider, words);
        return moved(UnitAssignmentMove.REASSIGN, charge, receipt, decided, unitResult, verdict);
    }

    UnitAssignment handedIn(UnitAssignmentMove move, UnitResult result) {
        return moved(move, charge, receipt, unitReturn, result, verdict);
    }

    UnitAssignment sentBack(List<String> found) {
        return moved(
                UnitAssignmentMove.RETURN_RESULT, charge, receipt, unitReturn, unitResult, verdict.sentBack(found));
    }

    /** To be handed in anew by the date of its own clock. */
    UnitAssignment sentBackByHost(String reason, UUID by, Deadline due) {
        return moved(
                UnitAssignmentMove.RETURN_CO,
                charge.due(due.currentDueAt(), due.warnAt()),
                receipt,
                unitReturn,
                unitResult,
                verdict.sentBackByHost(reason, by));
    }

    UnitAssignment released(String reason) {
        return moved(UnitAssignmentMove.RELEASE, charge, receipt, unitReturn, unitResult, verdict.released(reason));
    }

    @Nullable
    Instant dueAt() {
        return charge.dueAt();
    }

    ReturnRight returnRight() {
        return new ReturnRight(charge.designated(), unitReturn.wasKept(), charge.returnUntil());
    }

    /** The clock of this unit's work, and of its receipt, and of the decision on its return. */
    String step(String kind) {
        return kind + ":" + id;
    }

    AlertLight light(Instant now) {
        return AlertLight.of(now, charge.warnAt(), charge.dueAt(), !status.isOpen());
    }

    private UnitAssignment moved(
            UnitAssignmentMove move,
            UnitCharge charged,
            UnitReceipt signed,
            UnitReturn returned,
            UnitResult result,
            UnitVerdict judged) {
        return changed(version + 1, move.to(), charged, signed, returned, result, judged);
    }

    private UnitAssignment changed(
            long nextVersion,
            UnitAssignmentStatus next,
            UnitCharge charged,
            UnitReceipt signed,
            UnitReturn returned,
            UnitResult result,
            UnitVerdict judged) {
        return new UnitAssignment(
                id, nextVersion, documentId, unitId, duty, next, charged, signed, returned, result, judged);
    }
}
