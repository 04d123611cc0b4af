package io.duban.instructions;

/** The states of an instruction (domain 2.3). */
enum InstructionStatus {
    RECORDED,
    DECOMPOSED,
    ASSIGNED,
    IN_PROGRESS,
    REPORTED,
    STRUCK_OFF,
    CONTINUED,
    NO_ACTION_NEEDED,
    CANCELLED;

    /** Whether something is still to be done. */
    boolean isOpen() {
        return switch (this) {
            case RECORDED, DECOMPOSED, ASSIGNED, IN_PROGRESS, REPORTED -> true;
            case STRUCK_OFF, CONTINUED, NO_ACTION_NEEDED, CANCELLED -> false;
        };
    }
}
