package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.ChaseLetterStatus.*;

import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of a chase letter (催办函, domain 2.4.4): move | from | to | whose hand. It is signed for when head and liaison both did. */
enum ChaseLetterMove implements PaperMove<ChaseLetterStatus> {
    // spotless:off
    SIGN            (Set.of(PROPOSED), ISSUED,     Set.of(OFFICE_DIRECTOR)),
    REJECT          (Set.of(PROPOSED), REJECTED,   Set.of(OFFICE_DIRECTOR)),
    SIGN_FOR        (Set.of(ISSUED),   ISSUED,     Set.of(UNIT_HEAD, UNIT_LIAISON)),
    COMPLETE_SIGNING(Set.of(ISSUED),   SIGNED_FOR, Set.of());
    // spotless:on

    private final Set<ChaseLetterStatus> from;
    private final ChaseLetterStatus to;
    private final Set<Role> hands;

    ChaseLetterMove(Set<ChaseLetterStatus> from, ChaseLetterStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<ChaseLetterStatus> from() {
        return from;
    }

    @Override
    public ChaseLetterStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
