package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.TransferStatus.*;

import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of a transfer (线索移送, 政府督查工作条例 art. 23): move | from | to | whose hand. */
enum TransferMove implements PaperMove<TransferStatus> {
    // spotless:off
    APPROVE        (Set.of(PROPOSED),    APPROVED,    Set.of(OFFICE_DIRECTOR, CHIEF_LEADER)),
    REJECT         (Set.of(PROPOSED),    REJECTED,    Set.of(OFFICE_DIRECTOR, CHIEF_LEADER)),
    HAND_OVER      (Set.of(APPROVED),    HANDED_OVER, Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    CONFIRM_RECEIPT(Set.of(HANDED_OVER), RECEIVED,    Set.of(SUPERVISOR, SUPERVISION_CHIEF));
    // spotless:on

    private final Set<TransferStatus> from;
    private final TransferStatus to;
    private final Set<Role> hands;

    TransferMove(Set<TransferStatus> from, TransferStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<TransferStatus> from() {
        return from;
    }

    @Override
    public TransferStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
