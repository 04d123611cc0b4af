package io.duban.hotline.tickets;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The tickets as they stand. */
interface HotlineTickets extends Repository<HotlineTicket, UUID> {

    Mono<HotlineTicket> findById(UUID id);

    @Query("select * from hotline_ticket where source_system = $1 and source_id = $2 and source_version = $3")
    Mono<HotlineTicket> findBySourceSystemAndSourceIdAndSourceVersion(String system, String id, long version);

    Mono<HotlineTicket> findByTicketNumber(String number);

    @Query("select nextval('hotline_ticket_number')")
    Mono<Long> nextNumber();

    /** The ticket, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<HotlineTicket> require(UUID id, Reach reach) {
        return findById(id)
                .filter(ticket -> reach.covers(ticket.unitIds(), ticket.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
