package io.duban.supervision.notices;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may not decide on what (domain 0.2, separation of duties), and what needs a post although no paper is there yet. */
final class Duties {

    private Duties() {}

    /** {@code E_GEN_SCOPE} for whoever holds none of the posts. */
    static void requirePost(Command command, String chinese, String english, Role... anyOf) {
        if (!command.officer().has(anyOf)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, chinese, english);
        }
    }

    /** {@code E_GEN_SELF_APPROVAL} for who proposed or wrote it, also where he acts for another. */
    static void requireAnother(Command command, @Nullable UUID... before) {
        if (isOneOf(command, before)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL,
                    "不能审批自己提出或起草的文书。",
                    "Nobody decides on a paper he proposed or wrote himself.");
        }
    }

    /** {@code E_SUP_RECUSAL} for who issued or approved what is objected to (政府督查工作条例 art. 17). */
    static void requireUninvolved(Command command, @Nullable UUID... issuers) {
        if (isOneOf(command, issuers)) {
            throw Refusal.of(
                    RefusalCode.E_SUP_RECUSAL,
                    "提出、发出或批准的人须回避,请由他人决定。",
                    "Who proposed, issued or approved it does not decide on the objection.");
        }
    }

    private static boolean isOneOf(Command command, @Nullable UUID... persons) {
        return isOneOf(command.persons(), persons);
    }

    /** Whether one of those whose act it would be is among these. */
    static boolean isOneOf(Set<UUID> acting, @Nullable UUID... persons) {
        return Arrays.stream(persons).anyMatch(person -> person != null && acting.contains(person));
    }
}
