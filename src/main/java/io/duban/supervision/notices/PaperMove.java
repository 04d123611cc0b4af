package io.duban.supervision.notices;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A row of a paper's move table; a unit's step is taken by the posts of that very unit. */
interface PaperMove<S extends Enum<S>> extends Move<S> {

    /**
     * As {@link Move#check}, for a step of this unit.
     *
     * @throws Refusal {@code E_GEN_SCOPE} also for the right post at another unit
     */
    default void checkAt(UUID unitId, S present, long version, Command command) {
        check(present, version, command);
        requireAt(unitId, command);
    }

    /** As {@link #checkAt}, for a step several units take at once: none makes the page of another stale. */
    default void checkAtOneOf(UUID unitId, S present, Command command) {
        requireAt(unitId, command);
        requireFrom(present);
    }

    /** For what follows from a step of another paper and is in nobody's hand. */
    default void requireFrom(S present) {
        if (!from().contains(present)) {
            throw Refusal.illegalState(name(), present.name(), List.of());
        }
    }

    private void requireAt(UUID unitId, Command command) {
        if (!isInHandsAt(unitId, command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "这一步由该单位的相应岗位办理。", "This step is taken by the posts of that unit.");
        }
    }

    private boolean isInHandsAt(UUID unitId, Officer officer) {
        return officer.hasAt(unitId, hands().toArray(Role[]::new));
    }

    private boolean isOfUnit() {
        return !hands().isEmpty() && hands().stream().allMatch(Role::speaksForUnit);
    }

    /** Whether this officer may make it now; a unit's step, at one of these units. */
    default boolean isLegal(S present, Collection<UUID> units, Officer officer) {
        return from().contains(present)
                && (isOfUnit() ? units.stream().anyMatch(unit -> isInHandsAt(unit, officer)) : isInHandsOf(officer));
    }

    /** What this officer may do now, so that a phone knows which buttons to show. */
    static <S extends Enum<S>> List<String> legal(
            PaperMove<S>[] table, S present, Collection<UUID> units, Officer officer) {
        return Arrays.stream(table)
                .filter(move -> move.isLegal(present, units, officer))
                .map(Move::name)
                .toList();
    }
}
