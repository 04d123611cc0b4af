package io.duban.supervision.matters;

import static io.duban.supervision.matters.AssignmentMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** One unit's part of a matter (承办任务); every change goes through an {@link AssignmentMove}. */
@Table("supervision_assignment")
record SupervisionAssignment(
        @Id UUID id,
        long version,
        UUID matterId,
        UUID unitId,
        Duty duty,
        AssignmentStatus status,
        int round,
        @Nullable UUID handlerId,
        Instant originalDueAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Instant signedAt,
        int percent,
        @Embedded.Empty HandIn handIn,
        @Nullable Instant acceptedAt,
        List<String> defects)
        implements Versioned {

    /** 主办 or 协办. */
    enum Duty {
        HOST,
        CO
    }

    static SupervisionAssignment issued(UUID matterId, UUID unitId, Duty duty, Deadline due) {
        return new SupervisionAssignment(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                matterId,
                unitId,
                duty,
                AssignmentStatus.PENDING_SIGN,
                1,
                null,
                due.originalDueAt(),
                due.currentDueAt(),
                due.warnAt(),
                null,
                0,
                HandIn.NONE,
                null,
                List.of());
    }

    SupervisionAssignment signFor(UUID handler, Command command) {
        checkAtUnit(SIGN_FOR, command);
        return next(SIGN_FOR, handler, command.now(), percent, handIn, null, List.of());
    }

    SupervisionAssignment report(int now, @Nullable String reversalReason, Command command) {
        checkAtUnit(REPORT_PROGRESS, command);
        if (now < percent && (reversalReason == null || reversalReason.isBlank())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_PROGRESS_REVERSED,
                    "进度由 %d%% 降为 %d%%,须说明原因。".formatted(percent, now),
                    "The progress falls from %d%% to %d%%; give the reason.".formatted(percent, now));
        }
        return next(REPORT_PROGRESS, handlerId, signedAt, now, handIn, null, defects);
    }

    SupervisionAssignment submitFinal(HandIn result, Brief brief, Command command) {
        posts().requireSignature(brief.kind(), command.officer());
        SUBMIT_FINAL.check(status, version, command);
        result.requireComplete(brief.acceptanceCriteria().size());
        var signed = result.signed(command.officer().id(), command.now());
        return next(SUBMIT_FINAL, handlerId, signedAt, 100, signed, null, List.of());
    }

    SupervisionAssignment accept(Command command) {
        checkReview(ACCEPT, command);
        return next(ACCEPT, handlerId, signedAt, percent, handIn, command.now(), List.of());
    }

    SupervisionAssignment returnForCorrection(List<String> found, Command command) {
        checkReview(RETURN_FOR_CORRECTION, command);
        if (found.isEmpty()) {
            throw Refusal.invalid("/defects", "退回补正须逐条写明问题。", "Say what is to be corrected.");
        }
        return next(RETURN_FOR_CORRECTION, handlerId, signedAt, percent, handIn, null, found);
    }

    /** The next round (重办): {@code REDO} goes on at once, {@code SIGN_ANEW} starts with signing; a deadline of its own. */
    SupervisionAssignment again(AssignmentMove move, Deadline due) {
        if (!move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        return new SupervisionAssignment(
                id,
                version + 1,
                matterId,
                unitId,
                duty,
                move.to(),
                round + 1,
                handlerId,
                due.originalDueAt(),
                due.currentDueAt(),
                due.warnAt(),
                move == SIGN_ANEW ? null : signedAt,
                0,
                HandIn.NONE,
                null,
                List.of());
    }

    boolean isHost() {
        return duty == Duty.HOST;
    }

    /** Where its clock stands: at the hand-in, while that is being reviewed. Returned, it never stopped (domain 0.3). */
    @Nullable
    Instant standsAt() {
        return status == AssignmentStatus.FEEDBACK_SUBMITTED ? handIn.submittedAt() : null;
    }

    AlertLight light(Instant now) {
        var stands = standsAt();
        return AlertLight.of(stands == null ? now : stands, warnAt, dueAt, status == AssignmentStatus.ACCEPTED);
    }

    /** What this officer may do with it now. */
    List<String> legalActions(Brief brief, Officer officer) {
        return Arrays.stream(AssignmentMove.values())
                .filter(move -> move.from().contains(status) && posts().mayTake(move, brief.kind(), officer))
                .map(AssignmentMove::name)
                .toList();
    }

    private void checkAtUnit(AssignmentMove move, Command command) {
        move.check(status, version, command);
        posts().require(move, command.officer());
    }

    private void checkReview(AssignmentMove move, Command command) {
        move.check(status, version, command);
        if (posts().include(command.officer()) || command.persons().contains(handIn.submittedById())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "不能审核本单位的办结反馈。", "Nobody reviews the result of his own unit.");
        }
    }

    private UnitPosts posts() {
        return new UnitPosts(unitId);
    }

    private SupervisionAssignment next(
            AssignmentMove move,
            @Nullable UUID handler,
            @Nullable Instant signed,
            int reached,
            HandIn result,
            @Nullable Instant accepted,
            List<String> found) {
        return new SupervisionAssignment(
                id,
                version + 1,
                matterId,
                unitId,
                duty,
                move.to(),
                round,
                handler,
                originalDueAt,
                dueAt,
                warnAt,
                signed,
                reached,
                result,
                accepted,
                found);
    }
}
