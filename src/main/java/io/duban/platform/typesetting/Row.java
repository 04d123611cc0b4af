package io.duban.platform.typesetting;

import java.util.List;

/** A line of the page's grid and what it is there for. */
record Row(Role role, Line line) {

    private static final Line NOTHING = new Line(List.of());

    /** What a line belongs to. */
    enum Role {
        EMPTY,
        RECIPIENTS,
        BODY,
        ATTACHMENTS,
        CLOSING,
        NOTE
    }

    static Row empty() {
        return new Row(Role.EMPTY, NOTHING);
    }

    /** Whether a signature may stand on a page because of it. */
    boolean isText() {
        return role == Role.BODY || role == Role.ATTACHMENTS;
    }
}
