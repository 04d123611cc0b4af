package io.duban.supervision.matters;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The matters as they stand. */
public interface SupervisionMatters extends Repository<SupervisionMatter, UUID> {

    Mono<SupervisionMatter> findById(UUID id);

    /** The matter, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<SupervisionMatter> require(UUID id, Reach reach) {
        return findById(id)
                .filter(matter -> reach.covers(matter.unitIds(), matter.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** As {@link #require}, for what may belong to a matter or to none. */
    default Mono<Void> requireIfGiven(@Nullable UUID id, Reach reach) {
        return id == null ? Mono.empty() : require(id, reach).then();
    }
}
