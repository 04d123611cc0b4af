package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.instructions.InstructionIntake;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Recusal;
import io.duban.supervision.Urgency;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A ticket taken up by those above the unit (domain 2.5 T25): a leader's words become an instruction, the manager's or the director's the draft of a
 * supervision matter. Both know the ticket, the ticket knows them, and it goes on as before.
 */
@Component
class TicketEscalating {

    private final HotlineTickets tickets;
    private final InstructionIntake instructions;
    private final StuckTickets stuck;

    TicketEscalating(HotlineTickets tickets, InstructionIntake instructions, StuckTickets stuck) {
        this.tickets = tickets;
        this.instructions = instructions;
        this.stuck = stuck;
    }

    /**
     * @param words without personal data
     * @param dueAt the day a leader sets himself; null for the rule of the urgency
     */
    record Order(
            UUID ticketId,
            String words,
            Urgency urgency,
            @Nullable Instant dueAt) {}

    /** {@code E_SUP_DUPLICATE} for a second matter about one ticket; a leader may instruct again, and the ticket shows his last words' instruction. */
    Mono<Outcome<HotlineTicket>> escalate(Order order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach()).flatMap(before -> {
            var edit = before.take(TicketAct.ESCALATE, command);
            return command.officer().has(CHIEF_LEADER, DEPUTY_LEADER)
                    ? instructed(before, order, command)
                            .map(part -> part.addTo(
                                    Outcome.changed(
                                            edit.lineage(before.lineage().withInstruction(part.id()))
                                                    .done()),
                                    command.now()))
                    : stuck.matter(before, order.words(), order.urgency(), command)
                            .map(part -> part.addTo(
                                    Outcome.changed(
                                            edit.lineage(before.lineage().withMatter(part.id()))
                                                    .done()),
                                    command.now()));
        });
    }

    private Mono<StuckTickets.Escalated> instructed(HotlineTicket ticket, Order order, Command command) {
        var source = new InstructionIntake.Source(
                InstructionIntake.Source.Kind.TICKET, ticket.id(), ticket.ticketNumber() + " " + ticket.title());
        var words = new LeadersWords(
                source,
                ticket.title(),
                order.words(),
                Set.of(),
                InstructionIntake.Category.ACT_AND_REPORT,
                InstructionIntake.Urgency.valueOf(order.urgency().name()),
                order.dueAt(),
                null,
                Set.of());
        return instructions
                .laidOnTheDesk(words, Recusal.among(ticket.participantIds()), command)
                .map(StuckTickets.Escalated::new);
    }
}
