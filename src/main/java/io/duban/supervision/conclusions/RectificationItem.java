package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.RectificationMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One thing an object has to put right (整改, art. 18); every change goes through a {@link RectificationMove}. An objection does not stop its clock.
 *
 * @param facts what the unit says it did; null before its first report
 * @param note the supervisor's, on how he verified it or why he returned it
 */
@Table("rectification_item")
record RectificationItem(
        @Id UUID id,
        long version,
        UUID conclusionId,
        UUID matterId,
        UUID findingId,
        UUID unitId,
        String title,
        int round,
        RectificationStatus status,
        String what,
        Instant dueAt,
        Instant warnAt,
        @Nullable String facts,
        @Nullable UUID reportedById,
        @Nullable Instant reportedAt,
        @Nullable UUID reviewedById,
        @Nullable Instant verifiedAt,
        @Nullable String note,
        Set<UUID> participantIds)
        implements ObjectPart {

    static final String SUBJECT_TYPE = "supervision.rectification";

    static RectificationItem drafted(ObjectFinding finding, String what, Instant dueAt) {
        return new RectificationItem(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                finding.conclusionId(),
                finding.matterId(),
                finding.id(),
                finding.unitId(),
                finding.title(),
                finding.round(),
                RectificationStatus.DRAFT,
                what,
                dueAt,
                dueAt,
                null,
                null,
                null,
                null,
                null,
                null,
                finding.participantIds());
    }

    RectificationItem order(Deadline clock) {
        return next(
                ORDER_RECTIFICATION,
                clock.currentDueAt(),
                clock.warnAt(),
                new Word(facts, reportedById, reportedAt),
                new Review(reviewedById, verifiedAt, note));
    }

    RectificationItem report(String done, Command command) {
        REPORT_RECTIFICATION.check(status, version, command);
        ObjectUnit.require(unitId, REPORT_RECTIFICATION, command);
        var word = new Word(done, command.officer().id(), command.now());
        return next(REPORT_RECTIFICATION, dueAt, warnAt, word, new Review(null, null, null));
    }

    RectificationItem verify(@Nullable String how, Command command) {
        checkReview(VERIFY_RECTIFICATION, command);
        return reviewed(VERIFY_RECTIFICATION, new Review(command.officer().id(), command.now(), how));
    }

    /** Its clock goes on as if it had never stopped (domain 0.3). */
    RectificationItem returned(@Nullable String why, Command command) {
        checkReview(RETURN_RECTIFICATION, command);
        if (why == null || why.isBlank()) {
            throw Refusal.invalid("/note", "退回须写明哪里没有整改到位。", "Say what is not put right.");
        }
        return reviewed(RETURN_RECTIFICATION, new Review(command.officer().id(), null, why));
    }

    /** A review has taken away what it rested on. */
    RectificationItem withdraw() {
        return reviewed(WITHDRAW_RECTIFICATION, new Review(reviewedById, verifiedAt, note));
    }

    List<String> legalActions(Officer officer) {
        return Arrays.stream(RectificationMove.values())
                .filter(move -> move.from().contains(status))
                .filter(move -> move == REPORT_RECTIFICATION
                        ? ObjectUnit.isOf(unitId, move, officer)
                        : move.isInHandsOf(officer) && !ObjectUnit.includes(unitId, officer))
                .map(RectificationMove::name)
                .toList();
    }

    private record Word(
            @Nullable String facts,
            @Nullable UUID by,
            @Nullable Instant at) {}

    private record Review(
            @Nullable UUID by,
            @Nullable Instant verifiedAt,
            @Nullable String note) {}

    private void checkReview(RectificationMove move, Command command) {
        move.check(status, version, command);
        ObjectUnit.requireOther(unitId, command);
    }

    private RectificationItem reviewed(RectificationMove move, Review review) {
        return next(move, dueAt, warnAt, new Word(facts, reportedById, reportedAt), review);
    }

    private RectificationItem next(RectificationMove move, Instant due, Instant warn, Word word, Review review) {
        if (!move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        return new RectificationItem(
                id,
                version + 1,
                conclusionId,
                matterId,
                findingId,
                unitId,
                title,
                round,
                move.to(),
                what,
                due,
                warn,
                word.facts(),
                word.by(),
                word.at(),
                review.by(),
                review.verifiedAt(),
                review.note(),
                participantIds);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    /** While what was reported is being looked at, its clock stands. */
    @Override
    public AlertLight light(Instant now) {
        var stands = status == RectificationStatus.REPORTED && reportedAt != null ? reportedAt : now;
        return AlertLight.of(stands, warnAt, dueAt, !status.isUnfinished());
    }
}
