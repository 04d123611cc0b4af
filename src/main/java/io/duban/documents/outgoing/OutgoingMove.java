package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/**
 * The table of domain 2.2: move | from | to | whose hand; a move without a "to" leaves the paper where it is. Which of the hands it is (the
 * drafting unit's, the signer's at hand, a recipient's) is asked by the document and its sheets.
 */
enum OutgoingMove implements Move<OutgoingStatus> {
    // spotless:off
    CHANGE_DRAFT           (In.UNIT,              DRAFTING,           By.UNIT),
    ATTACH                 (In.UNIT,              DRAFTING,           By.UNIT),
    START_COSIGN           (In.UNIT,              COSIGNING,          Set.of(UNIT_HEAD)),
    ANSWER_COSIGN          (Set.of(COSIGNING),                        Set.of(UNIT_HEAD)),
    EXTEND_COSIGN          (Set.of(COSIGNING),                        Set.of(UNIT_HEAD)),
    ESCALATE_COSIGN        (Set.of(COSIGNING),                        Set.of(UNIT_HEAD)),
    REVISE_COSIGNED        (Set.of(COSIGNING),    DRAFTING,           By.UNIT),
    CLOSE_COSIGN           (Set.of(COSIGNING),    DRAFTING,           By.UNIT),
    SUBMIT_COSIGNED        (Set.of(COSIGNING),    OFFICE_REVIEW,      By.UNIT),
    SUBMIT_FOR_REVIEW      (In.UNIT,              OFFICE_REVIEW,      By.UNIT),
    PASS_REVIEW            (Set.of(OFFICE_REVIEW),                    Set.of(DOC_REVIEWER)),
    RETURN_DRAFT           (Set.of(OFFICE_REVIEW), RETURNED,          By.OFFICE),
    REFUSE_ISSUE           (Set.of(OFFICE_REVIEW), NOT_ISSUED,        Set.of(OFFICE_DIRECTOR)),
    REQUEST_LEGAL_REVIEW   (Set.of(OFFICE_REVIEW), LEGAL_REVIEW,      By.OFFICE),
    GIVE_LEGAL_OPINION     (Set.of(LEGAL_REVIEW),  OFFICE_REVIEW,     Set.of(LEGAL_REVIEWER)),
    REQUEST_SIGNATURE      (Set.of(OFFICE_REVIEW), AWAITING_SIGNATURE, By.OFFICE_HEADS),
    ADD_SIGNER             (Set.of(AWAITING_SIGNATURE),               By.SIGNERS),
    GIVE_OPINION           (Set.of(AWAITING_SIGNATURE),               By.SIGNERS),
    SIGN                   (Set.of(AWAITING_SIGNATURE), SIGNED,       By.SIGNERS),
    SIGN_JOINTLY           (Set.of(AWAITING_SIGNATURE), COUNTERSIGNING, By.SIGNERS),
    RETURN_BY_SIGNER       (Set.of(AWAITING_SIGNATURE), RETURNED,     By.SIGNERS),
    RETURN_TO_OFFICE       (Set.of(AWAITING_SIGNATURE), OFFICE_REVIEW, By.SIGNERS),
    COUNTERSIGN            (Set.of(COUNTERSIGNING),                   By.BODIES),
    COUNTERSIGN_LAST       (Set.of(COUNTERSIGNING), SIGNED,           By.BODIES),
    RETURN_BY_COUNTERSIGNER(Set.of(COUNTERSIGNING), RETURNED,         By.BODIES),
    APPROVE_VERBALLY       (In.BEFORE_SIGNED,     SIGNED,             By.OFFICE_HEADS),
    CONFIRM_VERBAL         (In.SIGNED_TO_ISSUED,                      By.LEADERS),
    DENY_VERBAL            (In.SIGNED_TO_SEALED,  RETURNED,           By.LEADERS),
    DENY_VERBAL_ISSUED     (Set.of(ISSUED),                           By.LEADERS),
    RECHECK                (Set.of(SIGNED),       RECHECKED,          Set.of(DOC_REVIEWER)),
    RETURN_TO_SIGNER       (Set.of(SIGNED, RECHECKED), AWAITING_SIGNATURE, Set.of(DOC_REVIEWER)),
    APPROVE_QUOTA          (In.BEFORE_ISSUED,                         Set.of(OFFICE_DIRECTOR)),
    ALLOT_NUMBER           (Set.of(RECHECKED),    NUMBERED,           Set.of(REGISTRAR)),
    SEAL                   (Set.of(NUMBERED),     SEALED,             Set.of(SEAL_KEEPER)),
    VOID_NUMBERED          (Set.of(NUMBERED, SEALED), NOT_ISSUED,     Set.of(OFFICE_DIRECTOR)),
    ISSUE                  (Set.of(SEALED),       ISSUED,             Set.of(REGISTRAR)),
    SIGN_FOR               (Set.of(ISSUED),                           By.UNIT),
    CORRECT                (In.IN_FORCE,                              Set.of(REGISTRAR)),
    ARCHIVE                (Set.of(ISSUED),       ARCHIVED,           Set.of(ARCHIVIST)),
    REVOKE                 (In.IN_FORCE,          REVOKED,            Set.of(OFFICE_DIRECTOR)),
    REPEAL                 (In.IN_FORCE,          REPEALED,           Set.of(OFFICE_DIRECTOR)),
    SUPERSEDE              (In.IN_FORCE,          SUPERSEDED,         Set.of(OFFICE_DIRECTOR)),
    NOTE_END               (Set.of(REVOKED, REPEALED, SUPERSEDED),    By.UNIT),
    OPEN                   (In.OTHER_HANDS,                           By.HOLDERS),
    WITHDRAW               (In.UNSIGNED,          WITHDRAWN,          Set.of(UNIT_HEAD)),
    ASK_WITHDRAWAL         (In.OTHER_HANDS,                           Set.of(UNIT_HEAD)),
    GRANT_WITHDRAWAL       (In.OTHER_HANDS,       WITHDRAWN,          By.HOLDERS),
    REFUSE_WITHDRAWAL      (In.OTHER_HANDS,                           By.HOLDERS);
    // spotless:on

    private final Set<OutgoingStatus> from;
    private final OutgoingStatus to;
    private final boolean staying;
    private final Set<Role> hands;

    OutgoingMove(Set<OutgoingStatus> from, OutgoingStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.staying = false;
        this.hands = hands;
    }

    OutgoingMove(Set<OutgoingStatus> from, Set<Role> hands) {
        this.from = from;
        this.to = from.iterator().next();
        this.staying = true;
        this.hands = hands;
    }

    /** States that several rows start from. */
    private static final class In {
        static final Set<OutgoingStatus> UNIT = Set.of(DRAFTING, RETURNED);
        static final Set<OutgoingStatus> OTHER_HANDS = Set.of(OFFICE_REVIEW, LEGAL_REVIEW, AWAITING_SIGNATURE);
        static final Set<OutgoingStatus> UNSIGNED =
                Set.of(DRAFTING, RETURNED, COSIGNING, OFFICE_REVIEW, LEGAL_REVIEW, AWAITING_SIGNATURE);
        static final Set<OutgoingStatus> BEFORE_SIGNED = UNSIGNED;
        static final Set<OutgoingStatus> SIGNED_TO_SEALED = Set.of(SIGNED, RECHECKED, NUMBERED, SEALED);
        static final Set<OutgoingStatus> SIGNED_TO_ISSUED = Set.of(SIGNED, RECHECKED, NUMBERED, SEALED, ISSUED);
        static final Set<OutgoingStatus> BEFORE_ISSUED =
                Set.of(OFFICE_REVIEW, AWAITING_SIGNATURE, SIGNED, RECHECKED, NUMBERED, SEALED);
        static final Set<OutgoingStatus> IN_FORCE = Set.of(ISSUED, ARCHIVED);
    }

    /** Hands that several rows are in. */
    private static final class By {
        static final Set<Role> UNIT = Set.of(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD);
        static final Set<Role> OFFICE = Set.of(DOC_REVIEWER, OFFICE_DEPUTY, OFFICE_DIRECTOR);
        static final Set<Role> OFFICE_HEADS = Set.of(OFFICE_DEPUTY, OFFICE_DIRECTOR);
        static final Set<Role> LEADERS = Set.of(CHIEF_LEADER, DEPUTY_LEADER);
        static final Set<Role> SIGNERS = Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY);
        static final Set<Role> BODIES = Set.of(UNIT_HEAD, CHIEF_LEADER);
        static final Set<Role> HOLDERS =
                Set.of(DOC_REVIEWER, OFFICE_DEPUTY, OFFICE_DIRECTOR, LEGAL_REVIEWER, CHIEF_LEADER, DEPUTY_LEADER);
    }

    @Override
    public Set<OutgoingStatus> from() {
        return from;
    }

    /** Of a move that stays, one of the states it stays in; {@link #after} says which. */
    @Override
    public OutgoingStatus to() {
        return to;
    }

    /** Where the paper is when the move is made. */
    OutgoingStatus after(OutgoingStatus present) {
        return staying ? present : to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
