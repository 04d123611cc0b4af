package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.CardStatus.*;

import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of a card (黄牌、红牌, domain 0.3): move | from | to | whose hand. A yellow card begins as issued, a red one as proposed. */
enum CardMove implements PaperMove<CardStatus> {
    // spotless:off
    APPROVE (Set.of(PROPOSED),                 ISSUED,    Set.of(OFFICE_DIRECTOR)),
    REJECT  (Set.of(PROPOSED),                 REJECTED,  Set.of(OFFICE_DIRECTOR)),
    SIGN_FOR(Set.of(ISSUED),                   ISSUED,    Set.of(UNIT_LIAISON, UNIT_HEAD)),
    OBJECT  (Set.of(ISSUED),                   OBJECTED,  Set.of(UNIT_HEAD)),
    UPHOLD  (Set.of(OBJECTED),                 UPHELD,    Set.of(OFFICE_DIRECTOR, CHIEF_LEADER)),
    WITHDRAW(Set.of(ISSUED, OBJECTED, UPHELD), WITHDRAWN, Set.of(OFFICE_DIRECTOR, CHIEF_LEADER));
    // spotless:on

    private final Set<CardStatus> from;
    private final CardStatus to;
    private final Set<Role> hands;

    CardMove(Set<CardStatus> from, CardStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<CardStatus> from() {
        return from;
    }

    @Override
    public CardStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
