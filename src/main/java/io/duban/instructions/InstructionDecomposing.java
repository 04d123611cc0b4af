package io.duban.instructions;

import io.duban.platform.problem.Refusal;
import java.util.List;

/** From words to who does what until when. */
class InstructionDecomposing {

    /** The clock of the decomposition. */
    static final String DECOMPOSITION = "DECOMPOSE";

    static Refusal awaitsLead(LeaderInstruction instruction) {
        return Refusal.illegalState(
                InstructionMove.ASSIGN.name(),
                instruction.state() + "(等待牵头领导)",
                List.of(InstructionMove.COORDINATE.name()));
    }
}
