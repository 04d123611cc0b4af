package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_AUDITOR;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A demand that is not accepted (不予受理, domain 2.5 T4): the agent proposes, an auditor confirms, and the agent tells the citizen the reason and the
 * path. Meanwhile it stays on the dispatchers' desks: whoever classifies it has settled the proposal.
 */
@Component
class TicketRefusing {

    /** The auditor's to-do. */
    static final String DECIDE = "DECIDE_REFUSAL";

    private final HotlineTickets tickets;
    private final RefusalProposals proposals;

    TicketRefusing(HotlineTickets tickets, RefusalProposals proposals) {
        this.tickets = tickets;
        this.proposals = proposals;
    }

    /** @throws Refusal {@code E_HOT_REASON_REQUIRED}, or {@code E_GEN_ILLEGAL_STATE} while another proposal waits */
    Mono<Outcome<HotlineTicket>> propose(UUID ticketId, RefusalProposal.Ground ground, Command command) {
        return tickets.require(ticketId, command.access().reach()).map(before -> {
            var edit = before.take(TicketAct.PROPOSE_REFUSAL, command);
            requireWaiting(before, TicketAct.PROPOSE_REFUSAL, false);
            var proposal = RefusalProposal.of(ticketId, ground, command);
            var ticket = edit.intake(before.intake().refusalProposed(proposal.proposedBy()))
                    .done();
            return Outcome.changed(ticket)
                    .inserting(proposal)
                    .opening(DECIDE, Assignee.holders(HOTLINE_AUDITOR), null)
                    .announcing("refusalProposed", Priority.ACTION, command.now());
        });
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for whoever proposed it */
    Mono<Outcome<HotlineTicket>> confirm(UUID ticketId, @Nullable String note, Command command) {
        return decided(ticketId, command, (before, proposal) -> {
            var edit = before.take(TicketMove.CONFIRM_REFUSAL, command);
            requireOther(before, proposal, command);
            var ticket =
                    edit.intake(before.intake().ended().refusalUntold(true)).done();
            return Outcome.changed(ticket)
                    .updating(proposal.decided(RefusalProposal.Decision.CONFIRM, note, command))
                    .ending(command.now(), TicketEnding.GOING_ON)
                    .opening(TicketAct.TELL_REFUSAL.name(), Assignee.person(proposal.proposedBy()), null)
                    .announcing("notAccepted", Priority.ACTION, command.now());
        });
    }

    /**
     * It stays received, and the agent is told why.
     *
     * @throws Refusal {@code E_GEN_SELF_APPROVAL} for whoever proposed it, {@code E_GEN_VALIDATION} without a word why
     */
    Mono<Outcome<HotlineTicket>> reject(UUID ticketId, @Nullable String note, Command command) {
        return decided(ticketId, command, (before, proposal) -> {
            var edit = before.take(TicketAct.REJECT_REFUSAL, command);
            requireOther(before, proposal, command);
            if (note == null || note.isBlank()) {
                throw Refusal.invalid("/note", "不同意不予受理的,须写明理由。", "Say why it is to be accepted.");
            }
            var ticket = edit.intake(before.intake().refusalProposed(null)).done();
            return Outcome.changed(ticket)
                    .updating(proposal.decided(RefusalProposal.Decision.REJECT, note, command))
                    .closing(DECIDE)
                    .announcing(Event.of("refusalRejected", Priority.ACTION, ticket, command.now())
                            .to(Set.of(proposal.proposedBy())));
        });
    }

    /** The citizen was told, or could not be reached. */
    Mono<Outcome<HotlineTicket>> tell(UUID ticketId, RefusalProposal.ToldWay way, Instant toldAt, Command command) {
        return decided(ticketId, command, (before, proposal) -> {
            var edit = before.take(TicketAct.TELL_REFUSAL, command);
            if (!before.intake().refusalUntold()) {
                throw Refusal.illegalState(
                        TicketAct.TELL_REFUSAL.name(), before.status().name(), List.of());
            }
            before.demand().requireSince("/toldAt", toldAt, command.now());
            var ticket = edit.intake(before.intake().refusalUntold(false)).done();
            return Outcome.changed(ticket)
                    .updating(proposal.told(way, toldAt, command))
                    .closing(TicketAct.TELL_REFUSAL.name())
                    .announcing("refusalTold", Priority.INFO, command.now());
        });
    }

    private Mono<Outcome<HotlineTicket>> decided(UUID ticketId, Command command, Decided decide) {
        return tickets.require(ticketId, command.access().reach())
                .flatMap(before -> proposals
                        .findFirstByTicketIdOrderByProposedAtDesc(ticketId)
                        .switchIfEmpty(Mono.error(() -> nothingProposed(before)))
                        .map(proposal -> decide.outcome(before, proposal)));
    }

    private static Refusal nothingProposed(HotlineTicket ticket) {
        return Refusal.illegalState(DECIDE, ticket.status().name(), List.of());
    }

    /** What comes of a proposal. */
    private interface Decided {

        Outcome<HotlineTicket> outcome(HotlineTicket before, RefusalProposal proposal);
    }

    private static void requireOther(HotlineTicket before, RefusalProposal proposal, Command command) {
        requireWaiting(before, TicketAct.REJECT_REFUSAL, true);
        proposal.requireDecidedByAnother(command);
    }

    private static void requireWaiting(HotlineTicket before, TicketAct act, boolean wanted) {
        if ((before.intake().refusalProposedBy() != null) != wanted) {
            throw Refusal.illegalState(act.name(), before.status().name(), List.of());
        }
    }
}
