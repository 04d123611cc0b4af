package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/**
 * Who sees the photos of a demand, among those who see its ticket. A photo tells where its taker stood, and nothing can be masked in it: of a report of
 * wrongdoing, and where secrecy was asked for, it goes no further than who asks does (ADR 0022), but for the hotline, which has to judge the demand.
 */
record DemandPhotoAccess(HotlineTicket ticket, Officer officer) {

    boolean isPossible() {
        var system = officer.sourceSystem();
        return system == null
                ? !isCloselyHeld() || new CitizenAccess(ticket, officer).isOfTheHotlineOrHandler()
                : system.equals(ticket.source().sourceSystem());
    }

    /** @throws Refusal {@code E_GEN_SCOPE} */
    HotlineTicket require() {
        if (!isPossible()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "举报和要求保密的诉求,照片只向热线工作人员和现任承办人提供;对接系统只能查看本系统工单的照片。",
                    "Photos of a report or a secret demand are for the hotline and the present handler; a partner sees those of its own tickets.");
        }
        return ticket;
    }

    private boolean isCloselyHeld() {
        return ticket.demand().isReport() || ticket.demand().keepSecret();
    }
}
