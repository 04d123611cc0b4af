package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.hotline.tickets.Handling.UrgencyClass;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/** Whose signature a result needs (domain 2.5 T16): heavy items that of the head. */
enum Signature {
    HEAD(UNIT_HEAD),
    DEPUTY_TOO(UNIT_HEAD, UNIT_DEPUTY);

    private final Role[] signers;

    Signature(Role... signers) {
        this.signers = signers;
    }

    static Signature of(HotlineTicket ticket) {
        return ticket.progress().heavy() || isHeavy(ticket.handling()) ? HEAD : DEPUTY_TOO;
    }

    private static boolean isHeavy(Handling handling) {
        var urgency = handling.urgencyClass();
        return urgency == UrgencyClass.LIFE_SAFETY || urgency == UrgencyClass.RISK || urgency == UrgencyClass.COMPLEX;
    }

    boolean maySign(HotlineTicket ticket, Officer officer) {
        var host = ticket.handling().hostUnitId();
        return host != null && officer.hasAt(host, signers);
    }

    /** @throws Refusal {@code E_GEN_SCOPE} */
    void require(HotlineTicket ticket, Officer officer) {
        if (!maySign(ticket, officer)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "重要事项的办理结果须由单位主要负责人签发。",
                    "The unit's head signs the result of a heavy item.");
        }
    }
}
