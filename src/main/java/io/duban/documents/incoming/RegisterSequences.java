package io.duban.documents.incoming;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The register's numbers given so far. */
interface RegisterSequences extends Repository<RegisterSequence, UUID> {

    Mono<RegisterSequence> findBySeriesAndYear(String series, int year);
}
