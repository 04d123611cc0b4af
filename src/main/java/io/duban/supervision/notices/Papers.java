package io.duban.supervision.notices;

import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The papers of one kind as they stand. */
@NoRepositoryBean
interface Papers<P extends SupervisionPaper> extends Repository<P, UUID> {

    Mono<P> findById(UUID id);

    /** The paper, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<P> require(UUID id, Access access) {
        return findById(id)
                .filter(paper -> paper.head().isIn(access.reach()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
