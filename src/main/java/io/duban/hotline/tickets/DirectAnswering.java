package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A demand answered on the telephone from the knowledge base, and closed with that (domain 2.5 T3); counted as 直接答复. */
@Component
class DirectAnswering {

    private final HotlineTickets tickets;

    DirectAnswering(HotlineTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What was said.
     *
     * @param resolved with {@code satisfaction}, what the citizen said of it; both null when he was not asked
     */
    record Answer(
            UUID ticketId,
            String answer,
            String knowledgeItemId,
            Callback.@Nullable Resolved resolved,
            Callback.@Nullable Satisfaction satisfaction) {

        /** What the citizen said, as he would have said it when called back. */
        Callback said() {
            if (resolved == null && satisfaction == null) {
                return Callback.NONE;
            }
            var answer = new Callback.Answer(Callback.Outcome.ANSWERED, resolved, satisfaction, null);
            answer.requireWhole();
            return Callback.NONE.said(answer);
        }
    }

    /** @throws Refusal {@code E_HOT_CANNOT_ANSWER_DIRECTLY} for a report of a wrongdoing, which is always looked into */
    Mono<Outcome<HotlineTicket>> answer(Answer answer, Command command) {
        return tickets.require(answer.ticketId(), command.access().reach()).map(before -> {
            var edit = before.take(TicketMove.ANSWER_DIRECTLY, command);
            before.demand().requireAnswerable();
            var ticket = edit.moved(TicketMove.CLOSE_ANSWERED)
                    .callback(answer.said())
                    .done();
            return Outcome.changed(ticket)
                    .inserting(DirectAnswer.of(ticket.id(), answer.answer(), answer.knowledgeItemId(), command))
                    .ending(command.now(), TicketEnding.GOING_ON)
                    .announcing("answeredDirectly", Priority.INFO, command.now())
                    .announcing("closed", Priority.INFO, command.now());
        });
    }
}
