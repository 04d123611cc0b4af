package io.duban.documents.incoming;

/** What a leader decides on a paper. */
enum Verdict {
    AGREE(Side.FOR),
    AGREE_IN_PRINCIPLE(Side.FOR),
    DISAGREE(Side.AGAINST),
    ACT(Side.FOR),
    STUDY(Side.OPEN),
    READ(Side.NONE);

    private final Side side;

    Verdict(Side side) {
        this.side = side;
    }

    private enum Side {
        FOR,
        AGAINST,
        OPEN,
        NONE
    }

    /** Whether somebody must now do something. */
    boolean asksForAction() {
        return this == ACT || this == STUDY;
    }

    /** Whether no unit could follow both: one says yes, the other no, or wants it studied first. */
    boolean contradicts(Verdict other) {
        return side != Side.NONE && other.side != Side.NONE && side != other.side;
    }
}
