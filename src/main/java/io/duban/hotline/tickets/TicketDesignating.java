package io.duban.hotline.tickets;

import io.duban.hotline.catalog.HotlineSettings;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office's deputy hears the units and designates one (会商指定), which returns it no more; what is clearly nobody's goes to the district's own unit for that. */
@Component
class TicketDesignating {

    private final HotlineTickets tickets;
    private final DispatchRules rules;
    private final UnitChanging changing;
    private final HotlineSettings settings;

    TicketDesignating(HotlineTickets tickets, DispatchRules rules, UnitChanging changing, HotlineSettings settings) {
        this.tickets = tickets;
        this.rules = rules;
        this.changing = changing;
        this.settings = settings;
    }

    Mono<Outcome<HotlineTicket>> designate(UUID ticketId, TicketCoordination.Designation designation, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            var edit = before.take(TicketMove.DESIGNATE, command);
            var host = host(designation);
            return rules.requireUnits(designation.consultedUnitIds(), "/consultedUnitIds")
                    .then(changing.change(before, DispatchOrder.of(host, designation.coUnitIds(), null), command.now()))
                    .map(start -> changing.outcome(
                                    start, start.on(edit, before.returning().byDesignation()), "designated")
                            .closing("COORDINATE")
                            .inserting(TicketCoordination.of(before, host, designation, command)));
        });
    }

    private UUID host(TicketCoordination.Designation designation) {
        if (designation.hostUnitId() != null) {
            return designation.hostUnitId();
        }
        if (settings.fallbackUnit() == null) {
            throw Refusal.invalid(
                    "/hostUnitId",
                    "本区没有设定兜底单位,请指定承办单位。",
                    "This district has no unit for unclear duties; designate one.");
        }
        return settings.fallbackUnit();
    }
}
