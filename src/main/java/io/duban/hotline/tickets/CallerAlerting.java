package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Malicious repeated calls (恶意反复来电): the agent records what happened and what he told the caller, the manager decides what it was (济南条例
 * art. 20 and 42, 潍坊条例 art. 12). Nobody is kept from calling by it.
 */
@Component
class CallerAlerting {

    private final HotlineTickets tickets;
    private final CallerAlerts alerts;

    CallerAlerting(HotlineTickets tickets, CallerAlerts alerts) {
        this.tickets = tickets;
        this.alerts = alerts;
    }

    /**
     * What the agent reports.
     *
     * @param warning what the caller was told
     */
    record Report(UUID ticketId, String facts, String warning) {}

    /** @param confirmed whether it is so */
    record Decision(UUID ticketId, UUID alertId, boolean confirmed, String note) {}

    /** @throws Refusal {@code E_GEN_ILLEGAL_STATE} while an earlier report waits for the manager */
    Mono<Outcome<HotlineTicket>> report(Report report, Command command) {
        return tickets.require(report.ticketId(), command.access().reach()).map(ticket -> {
            var edit = ticket.take(TicketAct.REPORT_MALICIOUS_CALLS, command);
            requireNoneWaiting(ticket);
            var after = edit.intake(ticket.intake().unreviewed(CallerAlert.Kind.MALICIOUS_CALLS, true))
                    .done();
            return Outcome.changed(after)
                    .inserting(CallerAlert.malicious(after.id(), report.facts(), report.warning(), command))
                    .opening(CallerAlert.Kind.MALICIOUS_CALLS.review(), Assignee.holders(HOTLINE_MANAGER), null)
                    .announcing("maliciousCallsReported", Priority.ACTION, command.now());
        });
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for whoever reported the calls himself */
    Mono<Outcome<HotlineTicket>> decide(Decision decision, Command command) {
        return tickets.require(decision.ticketId(), command.access().reach())
                .flatMap(ticket -> alerts.require(decision.alertId(), ticket.id())
                        .map(alert -> decided(ticket, alert, decision, command)));
    }

    private static Outcome<HotlineTicket> decided(
            HotlineTicket ticket, CallerAlert alert, Decision decision, Command command) {
        var edit = ticket.take(TicketAct.DECIDE_CALLER_ALERT, command);
        if (alert.decidedAt() != null) {
            throw Refusal.illegalState(
                    TicketAct.DECIDE_CALLER_ALERT.name(), ticket.status().name(), List.of());
        }
        alert.requireDecidedByAnother(command);
        var after = edit.intake(ticket.intake().unreviewed(alert.kind(), false)).done();
        return Outcome.changed(after)
                .updating(alert.decided(decision.confirmed(), decision.note(), command))
                .closing(alert.kind().review())
                .announcing(Event.of("callerAlertDecided", Priority.INFO, after, command.now())
                        .to(Set.of(alert.raisedBy())));
    }

    private static void requireNoneWaiting(HotlineTicket ticket) {
        if (ticket.intake().callsUnreviewed()) {
            throw Refusal.illegalState(
                    TicketAct.REPORT_MALICIOUS_CALLS.name(), ticket.status().name(), List.of());
        }
    }
}
