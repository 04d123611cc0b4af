package io.duban.instructions;

/** The states of an instruction (domain 2.3), as far as they are built. */
enum InstructionStatus {
    RECORDED,
    ASSIGNED,
    REPORTED,
    STRUCK_OFF,
    NO_ACTION_NEEDED
}
