package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/** The leader in charge of the host unit (分管领导); the chief leader is in charge of all. */
final class LineLeader {

    private LineLeader() {}

    static boolean isInCharge(HotlineTicket ticket, Officer officer) {
        var host = ticket.handling().hostUnitId();
        return officer.has(CHIEF_LEADER)
                || officer.has(DEPUTY_LEADER)
                        && host != null
                        && officer.portfolio().contains(host);
    }

    /** @throws Refusal {@code E_GEN_SCOPE} for a leader of another line */
    static void require(HotlineTicket ticket, Officer officer) {
        if (!isInCharge(ticket, officer)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "须由主办单位的分管领导审批。", "The leader in charge of the host unit decides.");
        }
    }
}
