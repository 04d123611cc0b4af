package io.duban.supervision.matters;

import static io.duban.supervision.matters.AssignmentMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.ExtensionRight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** One unit's part of a matter (承办任务); every change goes through an {@link AssignmentMove} or an {@link AssignmentAct}. */
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
        List<String> defects,
        @Embedded.Empty ReturnState returning,
        @Embedded.Empty ExtensionState extending,
        @Embedded.Empty ReminderState reminding,
        @Embedded.Empty EvaluationState evaluation)
        implements Versioned {

    /** 主办, 协办, 分办. */
    enum Duty {
        HOST,
        CO,
        SEPARATE;

        /** The matter waits for its result. */
        boolean leads() {
            return this != CO;
        }
    }

    static SupervisionAssignment issued(
            UUID matterId, UUID unitId, Duty duty, Deadline due, ReturnState returning, ReminderState reminding) {
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
                List.of(),
                returning,
                ExtensionState.NONE,
                reminding,
                EvaluationState.NONE);
    }

    /** @param stageDueAt when its first stage report is due, where none is yet; null: as it stands */
    SupervisionAssignment signFor(UUID handler, @Nullable Instant stageDueAt, Command command) {
        checkAtUnit(SIGN_FOR, command);
        var stage = stageDueAt == null ? reminding.stageDueAt() : stageDueAt;
        return edit().moved(SIGN_FOR)
                .signed(handler, command.now())
                .reminding(reminding.stage(stage))
                .done();
    }

    /**
     * @param reported null where the unit names a milestone instead
     * @param stageDueAt when the next report is due; null: there is none before the whole is
     */
    SupervisionAssignment report(
            @Nullable Integer reported,
            @Nullable String reversalReason,
            @Nullable Instant stageDueAt,
            Command command) {
        checkAtUnit(REPORT_PROGRESS, command);
        var now = reported == null ? percent : reported;
        if (now < percent && (reversalReason == null || reversalReason.isBlank())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_PROGRESS_REVERSED,
                    "进度由 %d%% 降为 %d%%,须说明原因。".formatted(percent, now),
                    "The progress falls from %d%% to %d%%; give the reason.".formatted(percent, now));
        }
        return edit().moved(REPORT_PROGRESS)
                .percent(now)
                .reminding(reminding.stage(stageDueAt))
                .done();
    }

    SupervisionAssignment submitFinal(HandIn result, Brief brief, Command command) {
        posts().requireSignature(brief.kind(), command.officer());
        SUBMIT_FINAL.check(status, version, command);
        result.requireComplete(brief.acceptanceCriteria().size(), command.now());
        var signed = result.signed(command.officer().id(), command.now());
        return edit().moved(SUBMIT_FINAL).handedIn(signed).done();
    }

    SupervisionAssignment accept(Command command) {
        checkReview(ACCEPT, command);
        return edit().moved(ACCEPT).accepted(command.now()).done();
    }

    SupervisionAssignment returnForCorrection(List<String> found, @Nullable Instant stageDueAt, Command command) {
        checkReview(RETURN_FOR_CORRECTION, command);
        if (found.isEmpty()) {
            throw Refusal.invalid("/defects", "退回补正须逐条写明问题。", "Say what is to be corrected.");
        }
        return edit().moved(RETURN_FOR_CORRECTION)
                .defects(found)
                .reminding(reminding.stage(stageDueAt))
                .done();
    }

    /** The next round (重办): {@code REDO} goes on at once, {@code SIGN_ANEW} starts with signing; a deadline of its own. */
    SupervisionAssignment again(AssignmentMove move, Deadline due) {
        if (!move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        return edit().moved(move)
                .nextRound(due.currentDueAt(), due.warnAt())
                .signed(handlerId, move == SIGN_ANEW ? null : signedAt)
                .done();
    }

    /** Whether the matter waits for it: the host, or one of several that answer for themselves, unless it was given away. */
    boolean isHost() {
        return duty.leads() && status != AssignmentStatus.REASSIGNED;
    }

    ExtensionRight extensionRight() {
        return new ExtensionRight(dueAt, warnAt, extending.extended());
    }

    /** Where its clock stands: at the hand-in, while that is being reviewed. Returned, it never stopped (domain 0.3). */
    @Nullable
    Instant standsAt() {
        return status == AssignmentStatus.FEEDBACK_SUBMITTED ? handIn.submittedAt() : null;
    }

    /** A co unit without whose opinion the host had to hand in is red, whatever its own date (domain 0.4). */
    AlertLight light(Instant now) {
        if (reminding.missedSince() != null && status.isOwed()) {
            return AlertLight.RED;
        }
        var stands = standsAt();
        return AlertLight.of(stands == null ? now : stands, warnAt, dueAt, status.isThrough());
    }

    AssignmentEdit edit() {
        return new AssignmentEdit(this);
    }

    UnitPosts posts() {
        return new UnitPosts(unitId);
    }

    void checkAtUnit(AssignmentMove move, Command command) {
        move.check(status, version, command);
        posts().require(move, command.officer());
    }

    private void checkReview(AssignmentMove move, Command command) {
        move.check(status, version, command);
        if (posts().include(command.officer()) || command.persons().contains(handIn.submittedById())) {
            throw UnitPosts.ownUnit();
        }
    }
}
