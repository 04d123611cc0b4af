package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/**
 * The table of domain 2.2, as far as it is built: move | from | to | whose hand. Which of the hands it is (the drafting unit's, the signer's at
 * hand, a recipient's) is asked by the document and its sheet.
 */
enum OutgoingMove implements Move<OutgoingStatus> {
    // spotless:off
    CHANGE_DRAFT     (Set.of(DRAFTING, RETURNED),    DRAFTING,           Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    ATTACH           (Set.of(DRAFTING, RETURNED),    DRAFTING,           Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    SUBMIT_FOR_REVIEW(Set.of(DRAFTING, RETURNED),    OFFICE_REVIEW,      Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    PASS_REVIEW      (Set.of(OFFICE_REVIEW),         OFFICE_REVIEW,      Set.of(DOC_REVIEWER)),
    RETURN_DRAFT     (Set.of(OFFICE_REVIEW),         RETURNED,           Set.of(DOC_REVIEWER, OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    REQUEST_SIGNATURE(Set.of(OFFICE_REVIEW),         AWAITING_SIGNATURE, Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    ADD_SIGNER       (Set.of(AWAITING_SIGNATURE),    AWAITING_SIGNATURE, Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY)),
    GIVE_OPINION     (Set.of(AWAITING_SIGNATURE),    AWAITING_SIGNATURE, Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY)),
    SIGN             (Set.of(AWAITING_SIGNATURE),    SIGNED,             Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY)),
    RETURN_BY_SIGNER (Set.of(AWAITING_SIGNATURE),    RETURNED,           Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY)),
    RECHECK          (Set.of(SIGNED),                RECHECKED,          Set.of(DOC_REVIEWER)),
    RETURN_TO_SIGNER (Set.of(SIGNED, RECHECKED),     AWAITING_SIGNATURE, Set.of(DOC_REVIEWER)),
    ALLOT_NUMBER     (Set.of(RECHECKED),             NUMBERED,           Set.of(REGISTRAR)),
    SEAL             (Set.of(NUMBERED),              SEALED,             Set.of(SEAL_KEEPER)),
    ISSUE            (Set.of(SEALED),                ISSUED,             Set.of(REGISTRAR)),
    SIGN_FOR         (Set.of(ISSUED),                ISSUED,             Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    WITHDRAW         (Set.of(DRAFTING, RETURNED, OFFICE_REVIEW, AWAITING_SIGNATURE), WITHDRAWN, Set.of(UNIT_HEAD));
    // spotless:on

    private final Set<OutgoingStatus> from;
    private final OutgoingStatus to;
    private final Set<Role> hands;

    OutgoingMove(Set<OutgoingStatus> from, OutgoingStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<OutgoingStatus> from() {
        return from;
    }

    @Override
    public OutgoingStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
