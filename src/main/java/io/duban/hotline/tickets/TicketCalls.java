package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How demands were told. */
interface TicketCalls extends Repository<TicketCall, UUID> {

    Mono<TicketCall> findById(UUID ticketId);

    /** The tickets of one call, in the order they were told. */
    @Query("select id from hotline_call where call_id = $1 order by id")
    Flux<UUID> ticketsOf(UUID callId);

    /** Of tickets from before calls were recorded, only the ticket itself says something. */
    default Mono<TicketCall> of(HotlineTicket ticket) {
        return findById(ticket.id())
                .defaultIfEmpty(TicketCall.of(ticket.id(), ticket.id(), null, TicketCall.Telling.PLAIN));
    }
}
