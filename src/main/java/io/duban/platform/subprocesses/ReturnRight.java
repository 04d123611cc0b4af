package io.duban.platform.subprocesses;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit may give its work back (退回改派, domain 0.4): once, in its window, and never after a designation.
 *
 * @param designated the unit was named after a dispute
 * @param kept the unit asked before and was told to keep it
 * @param until the last instant of the window; null: there is no window
 */
public record ReturnRight(
        boolean designated, boolean kept, @Nullable Instant until) {

    public boolean isOpen(Instant now) {
        return !designated && !kept && !isLate(now);
    }

    /** @throws Refusal {@code E_GEN_DESIGNATED}, {@code E_GEN_RETURN_TWICE} or {@code E_GEN_RETURN_WINDOW}, in this order */
    public void require(Instant now) {
        if (designated) {
            throw Refusal.of(RefusalCode.E_GEN_DESIGNATED, "指定承办的事项不得再退。", "A designated unit does not return it.");
        }
        if (kept) {
            throw Refusal.of(
                    RefusalCode.E_GEN_RETURN_TWICE, "已审定由你单位承办,不能再次退回。", "It was decided that the unit keeps it.");
        }
        if (isLate(now)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_RETURN_WINDOW,
                    "已超过退办时限,请继续办理;确有困难可申请延期。",
                    "The window for returning it is closed; an extension may be asked for.");
        }
    }

    private boolean isLate(Instant now) {
        return until != null && now.isAfter(until);
    }
}
