package io.duban.supervision.notices;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How a unit's part of a matter stands, with its newest clock: a reading, never written here.
 *
 * @param unitKind the kind of its unit (domain 0.2)
 * @param running whether the clock runs: nothing is handed in, or it was returned
 */
record AssignmentStanding(
        UUID assignmentId,
        UUID matterId,
        String title,
        UUID unitId,
        String unitKind,
        String status,
        UUID clockId,
        Instant dueAt,
        boolean running) {

    private static final Set<String> LEADERS = Set.of("CORE_LEADERSHIP", "SUPERIOR");
    private static final Set<String> DONE = Set.of("ACCEPTED", "REASSIGNED", "RELEASED");

    boolean isRed(Instant now) {
        return running && now.isAfter(dueAt);
    }

    /** A chase letter follows the red light, never goes before it (domain 2.4.4). */
    void requireRed(Instant now) {
        if (!isRed(now)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "该任务没有超期(红灯),不能发催办函。",
                    "The assignment is not overdue; a chase letter follows the red light.");
        }
    }

    void requireOpen(String step) {
        if (DONE.contains(status)) {
            throw Refusal.illegalState(step, status, List.of());
        }
    }

    /** Leaders are never carded (domain D16). */
    void requireNoLeaders() {
        requireNoLeaders(unitKind);
    }

    static void requireNoLeaders(String unitKind) {
        if (LEADERS.contains(unitKind)) {
            throw Refusal.of(
                    RefusalCode.E_SUP_OBJECT_NOT_ALLOWED,
                    "不得对领导班子、上级机关及领导个人发牌或约谈;领导件超期由办公室主任协调。",
                    "Leaders and superior bodies get no card and no talk notice; the office director sees to what they owe.");
        }
    }
}
