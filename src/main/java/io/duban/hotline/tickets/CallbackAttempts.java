package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The call-backs that closed nothing. */
interface CallbackAttempts extends Repository<CallbackAttempt, UUID> {

    Flux<CallbackAttempt> findByTicketIdOrderByTriedAtAscIdAsc(UUID ticketId);

    Flux<CallbackAttempt> findByTicketIdAndRoundOrderByTriedAtAscIdAsc(UUID ticketId, int round);

    /** Those in vain, in the present round. */
    default Mono<CallbackTries> triesOf(HotlineTicket ticket) {
        return findByTicketIdAndRoundOrderByTriedAtAscIdAsc(ticket.id(), ticket.round())
                .filter(CallbackAttempt::isInVain)
                .map(CallbackAttempt::triedAt)
                .collectList()
                .map(CallbackTries::new);
    }

    /** His word in the present round as the agent heard it; where he was not heard, what is on the ticket. */
    default Mono<Callback> heard(HotlineTicket ticket) {
        return lastHeard(ticket)
                .map(attempt -> ticket.callback()
                        .said(new Callback.Answer(
                                Callback.Outcome.ANSWERED, attempt.resolved(), attempt.satisfaction(), attempt.note())))
                .defaultIfEmpty(ticket.callback());
    }

    /** What the citizen last said in the present round when he wanted it done again; empty when he was not heard. */
    default Mono<CallbackAttempt> lastHeard(HotlineTicket ticket) {
        return findByTicketIdAndRoundOrderByTriedAtAscIdAsc(ticket.id(), ticket.round())
                .filter(attempt -> !attempt.isInVain())
                .takeLast(1)
                .next();
    }
}
