package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Set;

/** Who may be told who asks, or who reports (authorization, field sets; 济南条例 arts 16, 32; ADR 0022). */
record CitizenAccess(HotlineTicket ticket, Officer officer) {

    private static final Role[] OPERATORS = {
        HOTLINE_AGENT, HOTLINE_DISPATCHER, HOTLINE_AUDITOR, CALLBACK_AGENT, HOTLINE_MANAGER
    };

    private static final Set<HotlineTicketStatus> CONTACTING =
            Set.of(HotlineTicketStatus.SIGNED, HotlineTicketStatus.IN_PROGRESS);

    boolean isPossible() {
        return ticket.demand().isReport() ? isOfTheReport() && officer.desktop() : isOfTheHotlineOrHandler();
    }

    /** @throws Refusal {@code E_GEN_SCOPE} */
    void require() {
        if (ticket.demand().isReport() && isOfTheReport() && !officer.desktop()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "举报人身份不在手机上显示,请到办公电脑上查看。",
                    "Who reports a wrongdoing is never shown on a phone; use a desktop.");
        }
        if (!isPossible()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "诉求人信息只向热线工作人员和现任承办人提供;要求保密的,还须热线办负责人同意。",
                    "Who asks is told to the hotline and the present handler; where he asked for secrecy, only with the manager's consent.");
        }
    }

    /** Whether to call the citizen is his work on this ticket now: then telling him does not count against his hour. */
    boolean isWorkInHand() {
        var calls = TicketMove.CALL_BACK;
        return isHandler() && CONTACTING.contains(ticket.status())
                || calls.from().contains(ticket.status()) && calls.hand().isOf(ticket, calls.hands(), officer);
    }

    private boolean isOfTheReport() {
        return officer.has(HOTLINE_MANAGER) || isHandler();
    }

    /** Whether the demand is for him to judge or to work on. */
    boolean isOfTheHotlineOrHandler() {
        return officer.has(OPERATORS) || isHandler();
    }

    /** The one named for it now, not who had it before; with the manager's consent where the citizen asked for secrecy. */
    private boolean isHandler() {
        return officer.id().equals(ticket.handling().handlerId())
                && (!ticket.demand().keepSecret()
                        || officer.id().equals(ticket.citizen().openedTo()));
    }
}
