package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ObjectFindingMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a conclusion says of one object (督查对象的结论), to be fed back to it (art. 16); every change goes through an {@link ObjectFindingMove}.
 *
 * @param edition 1 as concluded; one more when a review changes it
 * @param objectBy until when the object may object; null before its receipt, and for an edition a review has made
 */
@Table("object_finding")
record ObjectFinding(
        @Id UUID id,
        long version,
        UUID conclusionId,
        UUID matterId,
        UUID unitId,
        String title,
        int round,
        int edition,
        ObjectFindingStatus status,
        String finding,
        @Embedded.Empty Hearing hearing,
        @Nullable Instant receivedAt,
        @Nullable UUID receivedById,
        @Nullable Instant objectBy,
        Set<UUID> participantIds)
        implements ObjectPart {

    static final String SUBJECT_TYPE = "supervision.finding";

    static ObjectFinding drafted(InspectionConclusion conclusion, UUID unitId, String finding, Hearing hearing) {
        return new ObjectFinding(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                conclusion.id(),
                conclusion.matterId(),
                unitId,
                conclusion.title(),
                conclusion.round(),
                1,
                ObjectFindingStatus.DRAFT,
                finding,
                hearing,
                null,
                null,
                null,
                conclusion.participantIds());
    }

    ObjectFinding issue() {
        return moved(ISSUE_FINDING, receivedAt, receivedById, objectBy);
    }

    /**
     * @param until when the 30 days end that begin now; a review is the last word, and what it changed is not objected to again (art. 17)
     */
    ObjectFinding signFor(Instant until, Command command) {
        checkAtUnit(SIGN_FOR_FINDING, command);
        return moved(SIGN_FOR_FINDING, command.now(), command.officer().id(), isReviewed() ? null : until);
    }

    /**
     * @throws Refusal {@code E_GEN_ILLEGAL_STATE} after the 30 natural days of art. 17, or of what a review has decided already
     */
    ObjectFinding fileObjection(Command command) {
        checkAtUnit(FILE_OBJECTION, command);
        if (isReviewed()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "这是复核决定作出的结论,不再复核。",
                    "A review has made this finding; it is the last word.");
        }
        if (objectBy == null || command.now().isAfter(objectBy)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "自收到督查结论之日起已满30日,不能再提出异议。",
                    "The 30 days in which the object may object are over.");
        }
        return moved(FILE_OBJECTION, receivedAt, receivedById, objectBy);
    }

    /** What the end of an objection makes of it. */
    ObjectFinding after(ObjectFindingMove decision) {
        return moved(decision, receivedAt, receivedById, objectBy);
    }

    /** The edition that takes its place; this one is kept. */
    ObjectFinding successor(String changed) {
        return new ObjectFinding(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                conclusionId,
                matterId,
                unitId,
                title,
                round,
                edition + 1,
                ISSUE_FINDING.to(),
                changed,
                hearing,
                null,
                null,
                null,
                participantIds);
    }

    boolean isReviewed() {
        return edition > 1;
    }

    List<String> legalActions(Officer officer, Instant now) {
        return ObjectUnit.legal(ObjectFindingMove.values(), status, unitId, officer).stream()
                .filter(move -> move != FILE_OBJECTION || objectBy != null && !now.isAfter(objectBy))
                .map(ObjectFindingMove::name)
                .toList();
    }

    private void checkAtUnit(ObjectFindingMove move, Command command) {
        move.check(status, version, command);
        ObjectUnit.require(unitId, move, command);
    }

    private ObjectFinding moved(
            ObjectFindingMove move, @Nullable Instant received, @Nullable UUID receiver, @Nullable Instant until) {
        if (!move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        return new ObjectFinding(
                id,
                version + 1,
                conclusionId,
                matterId,
                unitId,
                title,
                round,
                edition,
                move.to(),
                finding,
                hearing,
                received,
                receiver,
                until,
                participantIds);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    /** An object may object, it need not: nothing is due. */
    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
