package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;

import io.duban.platform.commands.Outcome;
import java.time.Instant;
import java.util.List;

/** The end of an instruction: nothing of it is left on a desk, and no clock of it runs on. */
final class Closing {

    private static final List<InstructionMove> DESKS = List.of(
            COORDINATE,
            CONFIRM_ORAL,
            DECOMPOSE,
            CONFIRM_DECOMPOSITION,
            ASSIGN,
            GIVE_FEEDBACK,
            ACCEPT_FEEDBACK,
            REPORT,
            STRIKE_OFF);

    private Closing() {}

    static Outcome<InstructionFile> of(InstructionFile ended, Instant now) {
        var outcome = ended.changed()
                .satisfying(InstructionRecording.CONFIRMATION, now)
                .satisfying(InstructionDecomposing.DECOMPOSITION, now);
        DESKS.forEach(move -> outcome.closing(move.name()));
        return handled(ended, outcome, now);
    }

    /** The clocks of the handling stop: it is reported, or there is nothing more to report. */
    static Outcome<InstructionFile> handled(InstructionFile file, Outcome<InstructionFile> outcome, Instant now) {
        file.hostUnitIds().forEach(unit -> outcome.satisfying(UnitFeedback.stage(unit), now));
        return outcome.satisfying(LeaderInstruction.FEEDBACK, now).satisfying(FeedbackClock.FOLLOW_UP, now);
    }
}
