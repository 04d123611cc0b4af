package io.duban.hotline.tickets;

import io.duban.contract.TicketReturnListDto;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was asked and decided about whose a ticket is, for whoever reads the ticket. */
@Component
class ReturnReading {

    private final HotlineTickets tickets;
    private final TicketReturns returns;
    private final TicketCoordinations coordinations;
    private final HotlineMapper mapper;

    ReturnReading(
            HotlineTickets tickets, TicketReturns returns, TicketCoordinations coordinations, HotlineMapper mapper) {
        this.tickets = tickets;
        this.returns = returns;
        this.coordinations = coordinations;
        this.mapper = mapper;
    }

    Mono<TicketReturnListDto> of(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .thenMany(returns.findByTicketIdOrderByAskedAt(ticketId))
                .map(mapper::toDto)
                .collectList()
                .zipWith(
                        coordinations
                                .findByTicketIdOrderByRecordedAt(ticketId)
                                .map(mapper::toDto)
                                .collectList(),
                        TicketReturnListDto::new);
    }
}
