package io.duban.platform.commands;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A row of a move table: from which states, to which state, by whose hand. Only a move changes a status; what is not in the table is illegal.
 *
 * @param <S> the states
 */
public interface Move<S extends Enum<S>> {

    String name();

    Set<S> from();

    S to();

    /** The roles that may make it. */
    Set<Role> hands();

    /** Whether the officer holds a role that may make this move. */
    default boolean isInHandsOf(Officer officer) {
        return officer.has(hands().toArray(Role[]::new));
    }

    /**
     * Checks the move before anything is changed.
     *
     * @throws Refusal {@code E_GEN_STALE_VERSION}, {@code E_GEN_SCOPE} or {@code E_GEN_ILLEGAL_STATE}, in this order
     */
    default void check(S present, long version, Command command) {
        if (command.seenVersion() != version) {
            throw Refusal.stale(version);
        }
        if (!isInHandsOf(command.officer())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "这一步不由您的岗位办理。", "This step is not in the hands of your posts.");
        }
        if (!from().contains(present)) {
            throw Refusal.illegalState(name(), present.name(), legal(siblings(), present, command.officer()));
        }
    }

    /** The names of the moves possible now for this officer, so that a phone knows which buttons to show. */
    static <S extends Enum<S>> List<String> legal(List<? extends Move<S>> table, S present, Officer officer) {
        return table.stream()
                .filter(move -> move.from().contains(present) && move.isInHandsOf(officer))
                .map(Move::name)
                .toList();
    }

    /** The whole table this move is a row of. */
    @SuppressWarnings("unchecked")
    private List<Move<S>> siblings() {
        return Arrays.stream(getClass().getEnumConstants())
                .map(row -> (Move<S>) row)
                .toList();
    }
}
