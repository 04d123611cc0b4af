package io.duban.instructions;

import static io.duban.instructions.InstructionStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of domain 2.3: move | from | to, or null where the state stays | whose hand. The moves of a paper, and those of silence, are in
 * nobody's hand here: the paper's own table says who makes them.
 */
enum InstructionMove implements Move<InstructionStatus> {
    // spotless:off
    COORDINATE           (Set.of(RECORDED),                                            RECORDED,    Hand.LEADER),
    CONFIRM_ORAL         (Set.of(RECORDED, DECOMPOSED, ASSIGNED, IN_PROGRESS, REPORTED), null,      Hand.LEADER),
    DENY_ORAL            (Set.of(RECORDED, DECOMPOSED, ASSIGNED, IN_PROGRESS, REPORTED), CANCELLED, Hand.LEADER),
    ACKNOWLEDGE          (Set.of(InstructionStatus.values()),                          null,        Hand.LEADER),
    DECOMPOSE            (Set.of(RECORDED, DECOMPOSED),                                DECOMPOSED,  Set.of(DOC_HANDLER)),
    CONFIRM_DECOMPOSITION(Set.of(DECOMPOSED),                                          DECOMPOSED,  Set.of(OFFICE_DIRECTOR)),
    RETURN_DECOMPOSITION (Set.of(DECOMPOSED),                                          RECORDED,    Set.of(OFFICE_DIRECTOR)),
    ASSIGN               (Set.of(DECOMPOSED),                                          ASSIGNED,    Hand.OFFICE),
    GIVE_FEEDBACK        (Set.of(ASSIGNED, IN_PROGRESS),                               IN_PROGRESS, Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    ACCEPT_FEEDBACK      (Set.of(IN_PROGRESS),                                         IN_PROGRESS, Hand.OFFICE),
    RETURN_FEEDBACK      (Set.of(IN_PROGRESS),                                         IN_PROGRESS, Hand.OFFICE),
    REPORT               (Set.of(ASSIGNED, IN_PROGRESS, REPORTED),                     REPORTED,    Hand.OFFICE),
    STRIKE_OFF           (Set.of(REPORTED),                                            STRUCK_OFF,  Hand.LEADER),
    CONTINUE             (Set.of(REPORTED),                                            CONTINUED,   Hand.LEADER),
    CANCEL               (Set.of(RECORDED, DECOMPOSED, ASSIGNED, IN_PROGRESS, REPORTED), CANCELLED, Set.of(OFFICE_DIRECTOR)),
    ASSIGN_WITH_PAPER    (Set.of(RECORDED, DECOMPOSED),                                ASSIGNED,    Set.of()),
    BEGIN_WITH_PAPER     (Set.of(ASSIGNED),                                            IN_PROGRESS, Set.of()),
    REPORT_WITH_PAPER    (Set.of(ASSIGNED, IN_PROGRESS),                               REPORTED,    Set.of()),
    STRIKE_OFF_BY_SILENCE(Set.of(REPORTED),                                            STRUCK_OFF,  Set.of());
    // spotless:on

    private final Set<InstructionStatus> from;
    private final @Nullable InstructionStatus to;
    private final Set<Role> hands;

    InstructionMove(Set<InstructionStatus> from, @Nullable InstructionStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<InstructionStatus> from() {
        return from;
    }

    @Override
    public InstructionStatus to() {
        return Objects.requireNonNull(to, "it leaves the state as it is");
    }

    /** The state after the move. */
    InstructionStatus after(InstructionStatus present) {
        return to == null ? present : to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }

    /** The hands most moves are in. */
    private static final class Hand {
        static final Set<Role> LEADER = Set.of(CHIEF_LEADER, DEPUTY_LEADER);
        static final Set<Role> OFFICE = Set.of(DOC_HANDLER, OFFICE_DIRECTOR);
    }
}
