package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ObjectFindingMove.*;
import static io.duban.supervision.conclusions.ObjectionMove.*;

/** How an objection can end: the move, what it makes of the finding, and how it is announced. */
enum ObjectionEnd {
    // spotless:off
    INADMISSIBLE(DECLARE_INADMISSIBLE, LEAVE_FINDING,  "declaredInadmissible"),
    UPHELD      (UPHOLD_CONCLUSION,    UPHOLD_FINDING, "upheld"),
    CHANGED     (CHANGE_CONCLUSION,    CHANGE_FINDING, "changed"),
    REVOKED     (REVOKE_CONCLUSION,    REVOKE_FINDING, "revoked");
    // spotless:on

    private final ObjectionMove move;
    private final ObjectFindingMove consequence;
    private final String verb;

    ObjectionEnd(ObjectionMove move, ObjectFindingMove consequence, String verb) {
        this.move = move;
        this.consequence = consequence;
        this.verb = verb;
    }

    ObjectionMove move() {
        return move;
    }

    ObjectFindingMove consequence() {
        return consequence;
    }

    /** The event's, in the past tense. */
    String verb() {
        return verb;
    }
}
