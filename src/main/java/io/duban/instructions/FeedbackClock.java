package io.duban.instructions;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When the leader is to hear the result: by the date he set himself, else by the rule of the urgency (domain 2.3). */
@Component
class FeedbackClock {

    /** How long a leader may be silent on a report before it is shown as awaiting his strike-off. */
    private static final String SILENCE = "INS_SILENCE";

    /** The clock that takes what is overdue to the director. */
    static final String FOLLOW_UP = "FOLLOW_UP";

    private static final String ESCALATE = "INS_ESCALATE";
    private static final String AUTO_STRIKE = "INS_AUTO_STRIKE";
    private static final String STAGE = "INS_STAGE";

    private final Deadlines deadlines;

    FeedbackClock(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Mono<Deadline> start(LeaderInstruction instruction, Instant now) {
        return deadlines
                .start(
                        instruction.words().urgency().feedbackRule(),
                        instruction.subjectType(),
                        instruction.id(),
                        LeaderInstruction.FEEDBACK,
                        now)
                .map(byRule -> {
                    var own = instruction.words().leaderDueAt();
                    return own == null ? byRule : byRule.given(own);
                });
    }

    /** Until when a unit reports on the stage it has come to; empty when the whole is due before. */
    Mono<Deadline> stage(LeaderInstruction instruction, UUID unit, Instant now) {
        return deadlines
                .start(STAGE, instruction.subjectType(), instruction.id(), UnitFeedback.stage(unit), now)
                .filter(stage ->
                        instruction.dueAt() == null || stage.currentDueAt().isBefore(instruction.dueAt()));
    }

    /** The director's turn, once the feedback is overdue. */
    Mono<Deadline> followUp(LeaderInstruction instruction, Instant dueAt) {
        return deadlines.start(ESCALATE, instruction.subjectType(), instruction.id(), FOLLOW_UP, dueAt);
    }

    /** Whether so much time has passed since the report that it counts as handled where the district says so. */
    Mono<Boolean> isSilentForTooLong(LeaderInstruction instruction, Instant now) {
        return Mono.justOrEmpty(instruction.course().report().reportedAt())
                .flatMap(told ->
                        deadlines.start(AUTO_STRIKE, instruction.subjectType(), instruction.id(), SILENCE, told))
                .map(silence -> now.isAfter(silence.currentDueAt()))
                .defaultIfEmpty(false);
    }

    /** From when silence on a report given now is shown. */
    Mono<Instant> silentFrom(LeaderInstruction instruction, Instant now) {
        return deadlines
                .start(SILENCE, instruction.subjectType(), instruction.id(), "SILENCE", now)
                .map(Deadline::currentDueAt);
    }
}
