package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/**
 * The table of domain 2.1: move | from | to | whose hand. Moves of the paper that a unit's own step brings about carry the unit's posts; which
 * unit it is, is asked by the assignment.
 */
enum IncomingMove implements Move<IncomingStatus> {
    // spotless:off
    SIGN_FOR             (Set.of(PENDING_RECEIPT),              RECEIVED,             Set.of(REGISTRAR)),
    REJECT               (Set.of(PENDING_RECEIPT, RECEIVED),    RETURNED_TO_SENDER,   Set.of(REGISTRAR)),
    REGISTER             (Set.of(RECEIVED),                     REGISTERED,           Set.of(REGISTRAR)),
    PROPOSE              (Set.of(REGISTERED, PRELIM_REVIEW),    PRELIM_REVIEW,        Set.of(DOC_HANDLER)),
    PROPOSE_AGAIN        (Set.of(PROPOSED),                     PRELIM_REVIEW,        Set.of(DOC_HANDLER)),
    CHECK_PROPOSAL       (Set.of(PRELIM_REVIEW),                PROPOSED,             Set.of(SECTION_CHIEF)),
    RETURN_TO_SENDER     (Set.of(REGISTERED, PRELIM_REVIEW),    RETURNED_TO_SENDER,   Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    SUBMIT_TO_LEADER     (Set.of(PROPOSED),                     AWAITING_INSTRUCTION, Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    GIVE_INSTRUCTION     (Set.of(AWAITING_INSTRUCTION),         AWAITING_INSTRUCTION, Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    INSTRUCT             (Set.of(AWAITING_INSTRUCTION),         INSTRUCTED,           Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    RETURN_FOR_REWORK    (Set.of(AWAITING_INSTRUCTION),         PROPOSED,             Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    SETTLE_CONFLICT      (Set.of(INSTRUCTED),                   INSTRUCTED,           Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    ASSIGN_DIRECTLY      (Set.of(PROPOSED),                     ASSIGNED,             Set.of(OFFICE_DIRECTOR)),
    DRAFT_ASSIGNMENT     (Set.of(INSTRUCTED),                   INSTRUCTED,           Set.of(DOC_HANDLER)),
    ASSIGN               (Set.of(INSTRUCTED),                   ASSIGNED,             Set.of(OFFICE_DIRECTOR)),
    CIRCULATE            (Set.of(PROPOSED, INSTRUCTED),         CIRCULATING,          Set.of(REGISTRAR)),
    INSTRUCT_ON_READING  (Set.of(CIRCULATING),                  INSTRUCTED,           Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    BEGIN_HANDLING       (Set.of(ASSIGNED),                     HANDLING,             Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD)),
    REASSIGN             (Set.of(ASSIGNED, HANDLING),           ASSIGNED,             Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    SUBMIT_RESULT        (Set.of(HANDLING),                     RESULT_SUBMITTED,     Set.of(UNIT_HEAD)),
    RETURN_FOR_CORRECTION(Set.of(RESULT_SUBMITTED),             HANDLING,             Set.of(DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    ANSWER               (Set.of(RESULT_SUBMITTED),             ANSWERED,             Set.of(DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    COMPLETE             (Set.of(ANSWERED, RESULT_SUBMITTED, INSTRUCTED, CIRCULATING), COMPLETED, Set.of(REGISTRAR, DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR)),
    ARCHIVE              (Set.of(COMPLETED),                    ARCHIVED,             Set.of(ARCHIVIST)),
    VOID                 (Set.of(PENDING_RECEIPT, RECEIVED, REGISTERED, PRELIM_REVIEW, PROPOSED, AWAITING_INSTRUCTION, INSTRUCTED), VOIDED, Set.of(OFFICE_DIRECTOR));
    // spotless:on

    private final Set<IncomingStatus> from;
    private final IncomingStatus to;
    private final Set<Role> hands;

    IncomingMove(Set<IncomingStatus> from, IncomingStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<IncomingStatus> from() {
        return from;
    }

    @Override
    public IncomingStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
