package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.persistence.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ends of an outcome, as pieces of its statement. The parts of a statement are carried out in no order one could rely on; what is opened and
 * started by the same command counts what was ended before, and so comes after it.
 */
final class EndPieces {

    private static final String TODOS = "ended_todos_";
    private static final String CLOCKS = "ended_clocks_";

    private EndPieces() {}

    static void closeTodos(Outcome<?> outcome, Deed deed, Statement statement) {
        IntStream.range(0, outcome.effects().ended.size()).forEach(i -> {
            var end = outcome.effects().ended.get(i);
            statement.piece(
                    TODOS + i,
                    "update todo set closed_at = %s, closed_by = %s where subject_id = %s and closed_at is null and action <> all(%s) returning id"
                            .formatted(
                                    statement.value(deed.at()),
                                    statement.value(deed.personId(), UUID.class),
                                    statement.value(end.subjectId()),
                                    statement.value(end.goingOn().toArray(String[]::new))));
        });
    }

    static void stopClocks(Outcome<?> outcome, Statement statement) {
        IntStream.range(0, outcome.effects().ended.size()).forEach(i -> {
            var end = outcome.effects().ended.get(i);
            statement.piece(
                    CLOCKS + i,
                    "update deadline set satisfied_at = %s where subject_id = %s and satisfied_at is null returning id"
                            .formatted(statement.value(end.at(), Instant.class), statement.value(end.subjectId())));
        });
    }

    /** True, and known only when the to-dos are closed. */
    static String afterTodos(Outcome<?> outcome) {
        return after(TODOS, outcome);
    }

    /** True, and known only when the clocks stand still. */
    static String afterClocks(Outcome<?> outcome) {
        return after(CLOCKS, outcome);
    }

    private static String after(String pieces, Outcome<?> outcome) {
        return outcome.effects().ended.isEmpty()
                ? "true"
                : IntStream.range(0, outcome.effects().ended.size())
                        .mapToObj(i -> "(select count(*) from %s%d) >= 0".formatted(pieces, i))
                        .collect(Collectors.joining(" and "));
    }
}
