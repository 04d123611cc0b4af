package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.TalkStatus.*;

import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of a talk notice (约谈通知, domain 2.4.4): move | from | to | whose hand. The record of the talk closes it. */
enum TalkMove implements PaperMove<TalkStatus> {
    // spotless:off
    APPROVE (Set.of(PROPOSED),           ISSUED,     Set.of(CHIEF_LEADER)),
    REJECT  (Set.of(PROPOSED),           REJECTED,   Set.of(CHIEF_LEADER)),
    SIGN_FOR(Set.of(ISSUED),             SIGNED_FOR, Set.of(UNIT_HEAD, UNIT_LIAISON)),
    RECORD  (Set.of(ISSUED, SIGNED_FOR), RECORDED,   Set.of(SUPERVISOR, SUPERVISION_CHIEF));
    // spotless:on

    private final Set<TalkStatus> from;
    private final TalkStatus to;
    private final Set<Role> hands;

    TalkMove(Set<TalkStatus> from, TalkStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<TalkStatus> from() {
        return from;
    }

    @Override
    public TalkStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
