package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.DUTY_OFFICER;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A call that is an emergency goes to 110, 119, 120 or 122 at once, and the duty desk knows it (domain 2.5 T2). What the duty desk has to write down
 * and send up of a risk is its own; until there is a place for that in this product, its note of the transfer says to whom it was reported.
 */
@Component
class EmergencyTransferring {

    private final HotlineTickets tickets;
    private final EmergencyTransfers transfers;

    EmergencyTransferring(HotlineTickets tickets, EmergencyTransfers transfers) {
        this.tickets = tickets;
        this.transfers = transfers;
    }

    Mono<Outcome<HotlineTicket>> transfer(UUID ticketId, EmergencyTransfer.Handover handover, Command command) {
        return tickets.require(ticketId, command.access().reach()).map(before -> {
            var edit = before.take(TicketMove.TRANSFER_EMERGENCY, command);
            before.demand().requireSince("/transferredAt", handover.transferredAt(), command.now());
            var ticket = edit.handling(before.handling()
                            .of(
                                    handover.urgencyClass(),
                                    before.handling().enterprise(),
                                    before.handling().proposedUnitId()))
                    .intake(before.intake().ended().transferUnacknowledged(true))
                    .done();
            return Outcome.changed(ticket)
                    .inserting(EmergencyTransfer.of(ticket.id(), handover, command))
                    .ending(command.now(), TicketEnding.GOING_ON)
                    .opening(TicketAct.ACKNOWLEDGE_TRANSFER.name(), Assignee.holders(DUTY_OFFICER), null)
                    .announcing("transferredEmergency", Priority.URGENT, command.now());
        });
    }

    /**
     * The duty desk has taken note.
     *
     * @param reportedTo whom it reported a risk to, when
     * @throws Refusal {@code E_GEN_VALIDATION} for a risk that was reported to nobody; {@code E_GEN_ILLEGAL_STATE} when somebody has taken note already
     */
    Mono<Outcome<HotlineTicket>> acknowledge(UUID ticketId, @Nullable String reportedTo, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .flatMap(before -> transfers
                        .findFirstByTicketIdOrderByRecordedAtDesc(ticketId)
                        .switchIfEmpty(Mono.error(() -> nothingToNote(before)))
                        .map(row -> acknowledged(before, row, reportedTo, command)));
    }

    private static Refusal nothingToNote(HotlineTicket ticket) {
        return Refusal.illegalState(
                TicketAct.ACKNOWLEDGE_TRANSFER.name(), ticket.status().name(), List.of());
    }

    private static Outcome<HotlineTicket> acknowledged(
            HotlineTicket before, EmergencyTransfer row, @Nullable String reportedTo, Command command) {
        var edit = before.take(TicketAct.ACKNOWLEDGE_TRANSFER, command);
        if (!before.intake().transferUnacknowledged()) {
            throw nothingToNote(before);
        }
        if (row.urgencyClass() == Handling.UrgencyClass.RISK && (reportedTo == null || reportedTo.isBlank())) {
            throw Refusal.invalid("/reportedTo", "有风险的须写明已向谁报告、何时报告。", "Say to whom and when the risk was reported.");
        }
        var ticket = edit.intake(before.intake().transferUnacknowledged(false)).done();
        return Outcome.changed(ticket)
                .updating(row.acknowledged(reportedTo, command))
                .closing(TicketAct.ACKNOWLEDGE_TRANSFER.name())
                .announcing(Event.of("transferAcknowledged", Priority.INFO, ticket, command.now())
                        .to(Set.of(row.transferredBy())));
    }
}
