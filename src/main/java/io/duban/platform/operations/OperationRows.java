package io.duban.platform.operations;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The operations as they stand. */
interface OperationRows extends Repository<LongOperation, UUID> {

    Mono<LongOperation> findById(UUID id);
}
