package io.duban.platform.subprocesses;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did one step does not decide on it (domain 0.2). */
public final class Separation {

    private Separation() {}

    /**
     * Asks the officer and, where somebody acts for him, the actor.
     *
     * @param others who did the step; null for nobody
     * @throws Refusal {@code E_GEN_SELF_APPROVAL} when he is one of these
     */
    public static void require(Command command, String chinese, String english, @Nullable UUID... others) {
        if (Arrays.stream(others)
                .anyMatch(other -> other != null && command.persons().contains(other))) {
            throw Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, chinese, english);
        }
    }
}
