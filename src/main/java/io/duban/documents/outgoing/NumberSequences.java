package io.duban.documents.outgoing;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The numbers given so far. */
interface NumberSequences extends Repository<NumberSequence, UUID> {

    Mono<NumberSequence> findByIssuerCodeAndYear(String issuerCode, int year);
}
