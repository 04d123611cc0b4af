package io.duban.platform.subprocesses;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a unit that was chased by hand is left in peace: at most once per working day (催办, domain 0.4).
 *
 * @param nextDayEnds 24:00 of the working day that follows the last chase; null: it was not chased yet
 */
public record ChaseRest(@Nullable Instant nextDayEnds) {

    private static final Duration DAY = Duration.ofDays(1);

    /** From 0:00 of that day on. */
    public boolean isOver(Instant now) {
        return nextDayEnds == null || !now.isBefore(nextDayEnds.minus(DAY));
    }

    /** @throws Refusal {@code E_GEN_CHASE_TOO_OFTEN} before the next working day */
    public void require(Instant now) {
        if (!isOver(now)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_CHASE_TOO_OFTEN,
                    "同一单位一个工作日只能催办一次,请下一个工作日再催。",
                    "A unit is chased once per working day; try again on the next.");
        }
    }
}
