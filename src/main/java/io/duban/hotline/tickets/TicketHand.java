package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Set;

/** Where the role of a step must be held. */
enum TicketHand {
    /** In the office. */
    OFFICE,
    /** At the host unit: co units see the ticket but do not answer it. */
    HOST,
    /** At a unit that has a part in it, host or co. */
    UNIT,
    /** Anywhere but in a unit that handled it: nobody passes his own unit's work. */
    OUTSIDER,
    /** Nobody's: it follows from another step, or from time. */
    NOBODY;

    boolean isOf(HotlineTicket ticket, Set<Role> roles, Officer officer) {
        var posts = roles.toArray(Role[]::new);
        return switch (this) {
            case OFFICE -> officer.has(posts);
            case HOST ->
                ticket.handling().hostUnitId() != null
                        && officer.hasAt(ticket.handling().hostUnitId(), posts);
            case UNIT -> ticket.handling().units().stream().anyMatch(unit -> officer.hasAt(unit, posts));
            case OUTSIDER -> officer.has(posts) && !ticket.wasHandledBy(officer);
            case NOBODY -> false;
        };
    }

    /** @throws Refusal {@code E_GEN_SCOPE}, or {@code E_GEN_SELF_APPROVAL} for the officer of a unit that handled it */
    void require(HotlineTicket ticket, Set<Role> roles, Command command) {
        if (isOf(ticket, roles, command.officer())) {
            return;
        }
        throw switch (this) {
            case HOST -> Refusal.of(RefusalCode.E_GEN_SCOPE, "只有主办单位能办理这一步。", "Only the host unit takes this step.");
            case UNIT ->
                Refusal.of(RefusalCode.E_GEN_SCOPE, "只有承办单位能办理这一步。", "Only a unit that has it takes this step.");
            case OUTSIDER ->
                Refusal.of(
                        RefusalCode.E_GEN_SELF_APPROVAL,
                        "承办单位的人员不能审核、审批或回访本单位的办理结果。",
                        "Nobody audits, decides or calls back on his own unit's work.");
            case OFFICE, NOBODY ->
                Refusal.of(RefusalCode.E_GEN_SCOPE, "这一步不由您的岗位办理。", "This step is not in the hands of your posts.");
        };
    }
}
