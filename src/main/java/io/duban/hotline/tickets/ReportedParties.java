package io.duban.hotline.tickets;

import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whom a report of wrongdoing (举报) is about. Whoever keeps the reports provides it; without that nobody is reported. */
public interface ReportedParties {

    /** The units and persons this ticket reports; empty when it reports nobody. */
    Mono<Set<UUID>> of(UUID ticketId);
}
