package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One unit's part of a paper (交办): what it is to do, how far it is, and what it handed in.
 *
 * @param askedDueAt the date the office named; null where the rule gives it
 * @param returnUntil after this instant the unit keeps it
 * @param designated the unit was named after a dispute and may not return it
 * @param corrections how often its result was sent back
 */
@Table("incoming_assignment")
record UnitAssignment(
        @Id UUID id,
        long version,
        UUID documentId,
        UUID unitId,
        Duty duty,
        UnitAssignmentStatus status,
        String requirement,
        @Nullable String feedbackForm,
        @Nullable Instant askedDueAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant returnUntil,
        boolean designated,
        @Nullable UUID replacesId,
        @Nullable UUID handlerId,
        @Nullable UUID seenById,
        @Nullable Instant signedAt,
        @Embedded.Empty UnitReturn unitReturn,
        @Embedded.Empty UnitResult unitResult,
        int corrections,
        List<String> defects,
        @Nullable String releaseReason)
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
        return new UnitAssignment(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                part.unitId(),
                part.duty(),
                UnitAssignmentStatus.DRAFTED,
                part.requirement(),
                part.feedbackForm(),
                part.dueAt(),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                UnitReturn.NONE,
                UnitResult.NONE,
                0,
                List.of(),
                null);
    }

    /** The same part in the hands of another unit, of which the clocks are still to start. */
    UnitAssignment inPlaceFor(UUID unit, boolean byDesignation) {
        return new UnitAssignment(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                unit,
                duty,
                UnitAssignmentStatus.ASSIGNED,
                requirement,
                feedbackForm,
                null,
                null,
                null,
                null,
                byDesignation,
                id,
                null,
                null,
                null,
                UnitReturn.NONE,
                UnitResult.NONE,
                0,
                List.of(),
                null);
    }

    /** Its clocks run; on a row of this very command the version stays, since nobody has seen it before. */
    UnitAssignment running(UnitAssignmentStatus next, Deadline due, Instant mayReturnUntil, boolean fresh) {
        return new UnitAssignment(
                id,
                fresh ? version : version + 1,
                documentId,
                unitId,
                duty,
                next,
                requirement,
                feedbackForm,
                askedDueAt,
                due.currentDueAt(),
                due.warnAt(),
                mayReturnUntil,
                designated,
                replacesId,
                handlerId,
                seenById,
                signedAt,
                unitReturn,
                unitResult,
                corrections,
                defects,
                releaseReason);
    }

    UnitAssignment dueBy(Instant until, Instant warn) {
        return new UnitAssignment(
                id,
                version + 1,
                documentId,
                unitId,
                duty,
                status,
                requirement,
                feedbackForm,
                askedDueAt,
                until,
                warn,
                returnUntil,
                designated,
                replacesId,
                handlerId,
                seenById,
                signedAt,
                unitReturn,
                unitResult,
                corrections,
                defects,
                releaseReason);
    }

    UnitAssignment signedFor(UUID handler, UUID seenBy, Instant now) {
        return new UnitAssignment(
                id,
                version + 1,
                documentId,
                unitId,
                duty,
                UnitAssignmentMove.SIGN_FOR.to(),
                requirement,
                feedbackForm,
                askedDueAt,
                dueAt,
                warnAt,
                returnUntil,
                designated,
                replacesId,
                handler,
                seenBy,
                now,
                unitReturn,
                unitResult,
                corrections,
                defects,
                releaseReason);
    }

    UnitAssignment in(UnitAssignmentMove move) {
        return with(move, unitReturn, unitResult, corrections, defects);
    }

    UnitAssignment returnAsked(UnitAssignmentMove move, UnitReturn asked) {
        return with(move, asked, unitResult, corrections, defects);
    }

    /** The unit keeps it; after a dispute for good. */
    UnitAssignment kept(boolean byDesignation, UUID decider, String words) {
        var kept = with(
                UnitAssignmentMove.KEEP, unitReturn.decided(true, decider, words), unitResult, corrections, defects);
        return byDesignation ? kept.forGood() : kept;
    }

    UnitAssignment givenAway(UUID decider, String words) {
        return with(
                UnitAssignmentMove.REASSIGN,
                unitReturn.decided(false, decider, words),
                unitResult,
                corrections,
                defects);
    }

    UnitAssignment handedIn(UnitAssignmentMove move, UnitResult result) {
        return with(move, unitReturn, result, corrections, defects);
    }

    UnitAssignment sentBack(List<String> found) {
        return with(UnitAssignmentMove.RETURN_RESULT, unitReturn, unitResult, corrections + 1, found);
    }

    UnitAssignment released(String reason) {
        var next = in(UnitAssignmentMove.RELEASE);
        return new UnitAssignment(
                id,
                next.version,
                documentId,
                unitId,
                duty,
                next.status,
                requirement,
                feedbackForm,
                askedDueAt,
                dueAt,
                warnAt,
                returnUntil,
                designated,
                replacesId,
                handlerId,
                seenById,
                signedAt,
                unitReturn,
                unitResult,
                corrections,
                defects,
                reason);
    }

    /** The clock of this unit's work, and of its receipt, and of the decision on its return. */
    String step(String kind) {
        return kind + ":" + id;
    }

    AlertLight light(Instant now) {
        return AlertLight.of(now, warnAt, dueAt, !status.isOpen());
    }

    private UnitAssignment forGood() {
        return new UnitAssignment(
                id,
                version,
                documentId,
                unitId,
                duty,
                status,
                requirement,
                feedbackForm,
                askedDueAt,
                dueAt,
                warnAt,
                returnUntil,
                true,
                replacesId,
                handlerId,
                seenById,
                signedAt,
                unitReturn,
                unitResult,
                corrections,
                defects,
                releaseReason);
    }

    private UnitAssignment with(
            UnitAssignmentMove move, UnitReturn returned, UnitResult result, int sentBack, List<String> found) {
        return new UnitAssignment(
                id,
                version + 1,
                documentId,
                unitId,
                duty,
                move.to(),
                requirement,
                feedbackForm,
                askedDueAt,
                dueAt,
                warnAt,
                returnUntil,
                designated,
                replacesId,
                handlerId,
                seenById,
                signedAt,
                returned,
                result,
                sentBack,
                found,
                releaseReason);
    }
}
