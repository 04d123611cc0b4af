package io.duban.hotline.tickets;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tickets as they stand. */
interface HotlineTickets extends Repository<HotlineTicket, UUID> {

    Mono<HotlineTicket> findById(UUID id);

    @Query("select * from hotline_ticket where source_system = $1 and source_id = $2")
    Mono<HotlineTicket> findBySource(String system, String id);

    /** The ticket that takes this one up again and has not come to nothing. */
    @Query("""
            select * from hotline_ticket
            where reopen_of = $1 and status not in ('NOT_ACCEPTED', 'WITHDRAWN', 'TERMINATED')""")
    Mono<HotlineTicket> findReopening(UUID ticketId);

    @Query("select * from hotline_ticket where id = any($1)")
    Flux<HotlineTicket> findAllById(UUID[] ids);

    /** All that were merged into it, also those that have followed it since. */
    @Query("select * from hotline_ticket where parent_id = $1 order by accepted_at, id")
    Flux<HotlineTicket> findByParentId(UUID parentId);

    /** Those of these tickets into which others are merged now. */
    @Query("select distinct parent_id from hotline_ticket where parent_id = any($1) and status = 'MERGED'")
    Flux<UUID> parentsAmong(UUID[] ids);

    /** Parents that have gone their way while tickets that were merged into them still wait. */
    @Query("""
            select distinct p.id from hotline_ticket c join hotline_ticket p on p.id = c.parent_id
            where c.status = 'MERGED' and p.status = any($1)""")
    Flux<UUID> parentsLeftBehind(String[] states);

    Mono<HotlineTicket> findByTicketNumber(String number);

    /** Bound, since the driver has the database plan anew each time what has nothing to bind. */
    @Query("select nextval($1::text::regclass)")
    Mono<Long> next(String sequence);

    default Mono<Long> nextNumber() {
        return next("hotline_ticket_number");
    }

    /** The same; a merged ticket is in reach of whoever reaches its parent. */
    default Mono<HotlineTicket> requireAlsoUnderParent(UUID id, Reach reach) {
        return findById(id)
                .flatMap(ticket -> ticket.lineage().parentId() == null
                        ? Mono.just(ticket)
                        : findById(ticket.lineage().parentId()).map(ticket::seenWith))
                .filter(ticket -> reach.covers(ticket.unitIds(), ticket.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** The ticket, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<HotlineTicket> require(UUID id, Reach reach) {
        return findById(id)
                .filter(ticket -> reach.covers(ticket.unitIds(), ticket.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
