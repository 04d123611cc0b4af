package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What units asked to be left out of the rates. */
interface Exclusions extends Repository<Exclusion, UUID> {

    Flux<Exclusion> findByTicketIdOrderByRequestedAtAscIdAsc(UUID ticketId);

    Mono<Exclusion> findByTicketIdAndGrantedIsNull(UUID ticketId);

    /** The one that waits; the same refusal as for what is absent when none does. */
    default Mono<Exclusion> requireUndecided(UUID ticketId) {
        return findByTicketIdAndGrantedIsNull(ticketId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
