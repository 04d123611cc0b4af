package io.duban.platform.todos;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A to-do to be opened by a command.
 *
 * @param action the action that will close it, such as {@code SIGN_FOR}
 * @param dueAt null when no clock runs for it
 */
public record TodoOrder(
        String action, Assignee assignee, @Nullable Instant dueAt) {}
