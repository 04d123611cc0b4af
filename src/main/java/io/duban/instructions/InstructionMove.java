package io.duban.instructions;

import static io.duban.instructions.InstructionStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain 2.3, as far as it is built: move | from | to | whose hand. */
enum InstructionMove implements Move<InstructionStatus> {
    // spotless:off
    ASSIGN    (Set.of(RECORDED),           ASSIGNED,   Set.of(DOC_HANDLER, OFFICE_DIRECTOR)),
    REPORT    (Set.of(ASSIGNED, REPORTED), REPORTED,   Set.of(DOC_HANDLER, OFFICE_DIRECTOR)),
    STRIKE_OFF(Set.of(REPORTED),           STRUCK_OFF, Set.of(CHIEF_LEADER, DEPUTY_LEADER));
    // spotless:on

    private final Set<InstructionStatus> from;
    private final InstructionStatus to;
    private final Set<Role> hands;

    InstructionMove(Set<InstructionStatus> from, InstructionStatus to, Set<Role> hands) {
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
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
