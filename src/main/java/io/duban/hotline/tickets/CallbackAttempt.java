package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A call-back that did not close the ticket: nobody answered, or the citizen wants it done again.
 *
 * @param triedAt when it was recorded, which is when it was tried: a told time would make three tries out of one
 * @param note what the citizen wants to be done again; else any remark
 */
@Table("hotline_callback_attempt")
record CallbackAttempt(
        @Id UUID id,
        UUID ticketId,
        int round,
        Instant triedAt,
        Result result,
        Callback.@Nullable Resolved resolved,
        Callback.@Nullable Satisfaction satisfaction,
        @Nullable String note,
        UUID agentId) {

    /** What came of the call. */
    record Tried(
            Result result,
            Callback.@Nullable Resolved resolved,
            Callback.@Nullable Satisfaction satisfaction,
            @Nullable String note) {

        /** @throws Refusal {@code E_GEN_VALIDATION} for a redo wanted without points or answers, or answers where nobody answered */
        void requireComplete() {
            var wantsRedo = result == Result.WANTS_REDO;
            if (wantsRedo && (note == null || note.isBlank())) {
                throw Refusal.invalid("/note", "诉求人要求重办的,须记录其具体意见。", "Say what the citizen wants done again.");
            }
            if (wantsRedo != (resolved != null) || wantsRedo != (satisfaction != null)) {
                throw Refusal.invalid(
                        "/resolved",
                        "诉求人要求重办的须记录是否解决和满意度;未接通的不能填写。",
                        "Whether it is resolved and how satisfied belong to a redo that is wanted, and to nothing else.");
            }
        }
    }

    static CallbackAttempt of(HotlineTicket ticket, Tried tried, Command command) {
        tried.requireComplete();
        return new CallbackAttempt(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                ticket.round(),
                command.now(),
                tried.result(),
                tried.resolved(),
                tried.satisfaction(),
                tried.note(),
                command.officer().id());
    }

    boolean isInVain() {
        return result != Result.WANTS_REDO;
    }

    enum Result {
        NO_ANSWER,
        BUSY,
        SWITCHED_OFF,
        WRONG_NUMBER,
        /** He asked to be called at another time. */
        CALL_LATER,
        /** He answered, and is not content: the auditor judges whether it is redone. */
        WANTS_REDO
    }
}
