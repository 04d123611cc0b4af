package io.duban.platform.commands;

import java.util.List;

/**
 * Where a module keeps copies of the dates of its subjects' clocks, as SQL that brings them up to date when the calendar moves clocks. The
 * statements run in the one that moves them, over its relation {@code moves} with the columns {@code subject_type}, {@code subject_id},
 * {@code step}, {@code due_before}, {@code due_at}, {@code warn_at} and {@code original_due_at}. Each makes the next version of every row it
 * changes, so that a command that had read the row before decides once more.
 *
 * @param root updates the subject's own row, whichever of its clocks moved, and returns its id as {@code subject_id}
 * @param parts update further rows
 */
public record ClockCopy(String root, List<String> parts) {

    public ClockCopy {
        parts = List.copyOf(parts);
    }

    public static ClockCopy of(String root, String... parts) {
        return new ClockCopy(root, List.of(parts));
    }
}
