package io.duban.hotline.tickets;

import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whom a report of wrongdoing names: none of them may get the ticket (domain 2.5 T6). */
interface ReportedParties {

    /** The units and persons a ticket reports; empty for every other ticket. */
    Mono<Set<UUID>> of(UUID ticketId);
}
