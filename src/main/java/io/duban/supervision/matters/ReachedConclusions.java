package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;

/** The conclusions of one matter, and whether it can end with them. */
record ReachedConclusions(List<ConclusionRecord> conclusions) {

    /**
     * The file marked as handled, if nothing of what was concluded is left open (domain 2.4.1 T11; 政府督查工作条例 arts 16-18).
     *
     * @throws Refusal {@code E_GEN_ILLEGAL_STATE} for an inspection without a conclusion, or while something to put right is neither verified nor still
     *     scheduled; {@code E_SUP_OBJECTION_OPEN} while an objection is not decided
     */
    MatterFile markHandled(MatterFile file, Course.Answer citizen, Command command) {
        var handled = file.markHandled(citizen, command);
        requireSettled(file.matter(), command.now());
        return handled;
    }

    private void requireSettled(SupervisionMatter before, Instant now) {
        if (isAwaitedBy(before)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "综合督查、专项督查、事件调查和线索核查须先作出督查结论才能办结。",
                    "Every kind of inspection but ROUTINE is concluded before it is handled.");
        }
        if (conclusions.stream().anyMatch(ConclusionRecord::objectionOpen)) {
            throw Refusal.of(
                    RefusalCode.E_SUP_OBJECTION_OPEN,
                    "督查对象对督查结论的异议尚未作出复核决定,不能办结。",
                    "An object's objection is not decided yet.");
        }
        if (conclusions.stream().anyMatch(one -> isOverdue(one, now))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "有整改事项已到期但尚未核查,不能办结;请先核查整改情况。",
                    "Something to put right is due and not verified; verify it first.");
        }
    }

    /** Whether it has to be concluded before it is handled. */
    static boolean isAwaitedBy(SupervisionMatter matter) {
        return matter.status() == SupervisionMatterStatus.PENDING_VERIFICATION
                && matter.brief().kind().needsConclusion();
    }

    List<ConclusionRecord> shownTo(Officer officer, Permissions permissions) {
        return conclusions.stream()
                .filter(one -> one.isShown(officer, permissions))
                .toList();
    }

    private static boolean isOverdue(ConclusionRecord conclusion, Instant now) {
        var by = conclusion.rectifyBy();
        return by != null && !by.isAfter(now);
    }
}
