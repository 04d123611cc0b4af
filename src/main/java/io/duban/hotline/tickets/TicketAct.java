package io.duban.hotline.tickets;

import static io.duban.hotline.tickets.HotlineTicketStatus.*;
import static io.duban.hotline.tickets.TicketHand.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What may be done with a ticket without moving it (the ↺ rows of domain 2.5): act | while | whose hand | which roles. */
enum TicketAct {
    // spotless:off
    SPLIT                (all(),                       OFFICE,   Set.of(HOTLINE_AGENT, HOTLINE_DISPATCHER, DUTY_OFFICER)),
    PROPOSE_REFUSAL      (Set.of(RECEIVED),            OFFICE,   Set.of(HOTLINE_AGENT)),
    REJECT_REFUSAL       (Set.of(RECEIVED),            OFFICE,   Set.of(HOTLINE_AUDITOR)),
    TELL_REFUSAL         (Set.of(NOT_ACCEPTED),        OFFICE,   Set.of(HOTLINE_AGENT)),
    ACKNOWLEDGE_TRANSFER (Set.of(TRANSFERRED_EMERGENCY), OFFICE, Set.of(DUTY_OFFICER, DUTY_LEADER)),
    ADD_PHOTOS           (open(),                      OFFICE,   Set.of(HOTLINE_AGENT, HOTLINE_DISPATCHER, DUTY_OFFICER, INTEGRATION_CLIENT)),
    REPORT_MALICIOUS_CALLS(all(),                      OFFICE,   Set.of(HOTLINE_AGENT)),
    DECIDE_CALLER_ALERT  (all(),                       OFFICE,   Set.of(HOTLINE_MANAGER)),
    TRY_CONTACT          (Set.of(SIGNED),              HOST,     Set.of(UNIT_HANDLER)),
    CONTACT_AGAIN        (Set.of(IN_PROGRESS),         HOST,     Set.of(UNIT_HANDLER)),
    REPORT_STAGE         (Set.of(IN_PROGRESS),         HOST,     Set.of(UNIT_HANDLER)),
    REQUEST_EXTENSION    (Set.of(IN_PROGRESS),         HOST,     Set.of(UNIT_DEPUTY, UNIT_HEAD)),
    DECIDE_EXTENSION     (Set.of(IN_PROGRESS),         OUTSIDER, Set.of(HOTLINE_AUDITOR, HOTLINE_MANAGER)),
    PROPOSE_HARD         (Set.of(IN_PROGRESS),         OUTSIDER, Set.of(HOTLINE_MANAGER)),
    DECIDE_HARD          (Set.of(IN_PROGRESS),         OUTSIDER, Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    REVIEW_HARD          (Set.of(SUSPENDED),           OUTSIDER, Set.of(HOTLINE_MANAGER)),
    REQUEST_TERMINATION  (Set.of(IN_PROGRESS),         HOST,     Set.of(UNIT_DEPUTY, UNIT_HEAD)),
    REFUSE_TERMINATION   (Set.of(IN_PROGRESS),         OUTSIDER, Set.of(HOTLINE_AUDITOR)),
    REPORT_PART          (Set.of(DISPATCHED, SIGNED, IN_PROGRESS, FEEDBACK_SUBMITTED), UNIT, Set.of(UNIT_HANDLER, UNIT_DEPUTY, UNIT_HEAD)),
    RETURN_PART          (Set.of(DISPATCHED, SIGNED, IN_PROGRESS), HOST, Set.of(UNIT_DEPUTY, UNIT_HEAD)),
    REQUIRE_HEAD         (Set.of(PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS), OFFICE, Set.of(HOTLINE_MANAGER)),
    TRY_CALL_BACK        (Set.of(PENDING_CALLBACK),    OUTSIDER, Set.of(CALLBACK_AGENT)),
    DECLINE_REDO         (Set.of(PENDING_CALLBACK),    OUTSIDER, Set.of(HOTLINE_AUDITOR, HOTLINE_MANAGER)),
    EVALUATE_LATER       (Set.of(CLOSED),              OUTSIDER, Set.of(HOTLINE_AGENT, CALLBACK_AGENT)),
    REQUEST_EXCLUSION    (Set.of(PENDING_CALLBACK, CLOSED), HOST, Set.of(UNIT_HEAD)),
    /** Also while a further round is under way: what was asked for in one is decided on. */
    DECIDE_EXCLUSION     (EnumSet.complementOf(EnumSet.of(ARCHIVED)), OUTSIDER, Set.of(HOTLINE_MANAGER)),
    URGE                 (open(),                      OFFICE,   Set.of(HOTLINE_AGENT, HOTLINE_DISPATCHER, HOTLINE_MANAGER, SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR, OFFICE_DEPUTY, CHIEF_LEADER, DEPUTY_LEADER, DUTY_OFFICER, DUTY_LEADER)),
    ESCALATE             (open(),                      OFFICE,   Set.of(HOTLINE_MANAGER, OFFICE_DIRECTOR, CHIEF_LEADER, DEPUTY_LEADER)),
    /** Other tickets about the same matter are merged into it. */
    MERGE_CHILDREN       (Set.of(PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS, RETURN_REQUESTED, DISPUTED, SUSPENDED),
                                                       OFFICE,   Set.of(HOTLINE_DISPATCHER)),
    OPEN_CITIZEN         (open(),                      OFFICE,   Set.of(HOTLINE_MANAGER)),
    NAME_REPORTED        (open(),                      OFFICE,   Set.of(HOTLINE_AGENT, HOTLINE_DISPATCHER, HOTLINE_MANAGER)),
    REOPEN               (Set.of(CLOSED, ARCHIVED),    OFFICE,   Set.of(HOTLINE_AGENT));
    // spotless:on

    private final Set<HotlineTicketStatus> during;
    private final TicketHand hand;
    private final Set<Role> hands;

    TicketAct(Set<HotlineTicketStatus> during, TicketHand hand, Set<Role> hands) {
        this.during = during;
        this.hand = hand;
        this.hands = hands;
    }

    private static Set<HotlineTicketStatus> all() {
        return EnumSet.allOf(HotlineTicketStatus.class);
    }

    /** What was asked keeps a ticket out of the archive. */
    private static Set<HotlineTicketStatus> open() {
        var states = EnumSet.allOf(HotlineTicketStatus.class);
        states.removeIf(Predicate.not(HotlineTicketStatus::isOpen));
        return states;
    }

    Set<HotlineTicketStatus> during() {
        return during;
    }

    Set<Role> hands() {
        return hands;
    }

    boolean isPossible(HotlineTicket ticket, Officer officer) {
        return during.contains(ticket.status()) && hand.isOf(ticket, hands, officer);
    }

    /** @throws Refusal {@code E_GEN_STALE_VERSION}, {@code E_GEN_SCOPE}, {@code E_GEN_SELF_APPROVAL} or {@code E_GEN_ILLEGAL_STATE}, in this order */
    void check(HotlineTicket ticket, Command command) {
        if (command.seenVersion() != ticket.version()) {
            throw Refusal.stale(ticket.version());
        }
        if (!command.officer().has(hands.toArray(Role[]::new))) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "这一步不由您的岗位办理。", "This step is not in the hands of your posts.");
        }
        hand.require(ticket, hands, command);
        require(during.contains(ticket.status()), ticket, command);
    }

    /** @throws Refusal {@code E_GEN_ILLEGAL_STATE}, naming what is possible instead, where it is not possible now */
    void require(boolean possible, HotlineTicket ticket, Command command) {
        if (!possible) {
            throw Refusal.illegalState(
                    name(), ticket.status().name(), new TicketSteps(ticket, command.officer(), command.now()).legal());
        }
    }
}
