package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.BulletinStatus.*;

import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of a bulletin (督查通报, domain 2.4.4): move | from | to | whose hand. What follows from a correction or a card is in nobody's hand. */
enum BulletinMove implements PaperMove<BulletinStatus> {
    // spotless:off
    EDIT           (Set.of(DRAFT),                                    DRAFT,            Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    SUBMIT         (Set.of(DRAFT),                                    PENDING_DIRECTOR, Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    HEAR           (Set.of(PENDING_DIRECTOR),                         HEARING,          Set.of(OFFICE_DIRECTOR)),
    COMMENT        (Set.of(HEARING),                                  HEARING,          Set.of(UNIT_HEAD)),
    RETURN         (Set.of(PENDING_DIRECTOR, HEARING),                DRAFT,            Set.of(OFFICE_DIRECTOR, CHIEF_LEADER)),
    SIGN           (Set.of(PENDING_DIRECTOR, HEARING),                SIGNED,           Set.of(OFFICE_DIRECTOR, CHIEF_LEADER)),
    ISSUE          (Set.of(SIGNED),                                   ISSUED,           Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    CANCEL         (Set.of(DRAFT, PENDING_DIRECTOR, HEARING, SIGNED), CANCELLED,        Set.of(OFFICE_DIRECTOR)),
    LAPSE          (Set.of(DRAFT, PENDING_DIRECTOR, HEARING, SIGNED), CANCELLED,        Set.of()),
    CONFIRM_READING(Set.of(ISSUED, CORRECTED, WITHDRAWN),             ISSUED,           Set.of(UNIT_HEAD, UNIT_LIAISON)),
    CORRECT        (Set.of(ISSUED),                                   CORRECTED,        Set.of()),
    WITHDRAW       (Set.of(ISSUED),                                   WITHDRAWN,        Set.of());
    // spotless:on

    private final Set<BulletinStatus> from;
    private final BulletinStatus to;
    private final Set<Role> hands;

    BulletinMove(Set<BulletinStatus> from, BulletinStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<BulletinStatus> from() {
        return from;
    }

    @Override
    public BulletinStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
