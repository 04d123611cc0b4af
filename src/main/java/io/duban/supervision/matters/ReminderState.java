package io.duban.supervision.matters;

import io.duban.platform.subprocesses.ChaseRest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what and by whom a unit is reminded.
 *
 * @param stageDueAt when its next stage report is due; null while none is
 * @param chaserId who chases it (专人催办)
 * @param chasedUntil 24:00 of the working day after it was chased by hand; null when it was not
 * @param coSentBack the host sent its opinion back, which it does once
 * @param missedSince since when the host's result lies there without this co unit's opinion; null while it is not missed
 */
record ReminderState(
        @Nullable Instant stageDueAt,
        @Nullable UUID chaserId,
        @Nullable Instant chasedUntil,
        boolean coSentBack,
        @Nullable Instant missedSince) {

    static ReminderState by(@Nullable UUID chaser, @Nullable Instant stageDue) {
        return new ReminderState(stageDue, chaser, null, false, null);
    }

    ChaseRest rest() {
        return new ChaseRest(chasedUntil);
    }

    ReminderState stage(@Nullable Instant due) {
        return new ReminderState(due, chaserId, chasedUntil, coSentBack, missedSince);
    }

    ReminderState chased(Instant until) {
        return new ReminderState(stageDueAt, chaserId, until, coSentBack, missedSince);
    }

    ReminderState sentBackByHost() {
        return new ReminderState(stageDueAt, chaserId, chasedUntil, true, missedSince);
    }

    ReminderState missed(Instant since) {
        return new ReminderState(
                stageDueAt, chaserId, chasedUntil, coSentBack, missedSince == null ? since : missedSince);
    }

    /** With the result in, nothing is asked for any more. */
    ReminderState answered() {
        return new ReminderState(null, chaserId, chasedUntil, coSentBack, null);
    }
}
