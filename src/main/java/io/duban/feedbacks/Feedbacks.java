package io.duban.feedbacks;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Complaints and suggestions as they stand. */
interface Feedbacks extends Repository<Feedback, UUID> {

    Mono<Feedback> findById(UUID id);

    /** Those of these authors, or everybody's; in one of these states, or in any when there are none. */
    @Query("""
            select * from feedback
            where (:everything or author_id = any(:authors))
              and (cardinality(:status) = 0 or status = any(:status))
              and (:lastAt::timestamptz is null or (posted_at, id) < (:lastAt, :lastId))
            order by posted_at desc, id desc limit :limit""")
    Flux<Feedback> page(
            boolean everything,
            UUID[] authors,
            String[] status,
            @Nullable Instant lastAt,
            @Nullable UUID lastId,
            int limit);

    /** The one, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<Feedback> require(UUID id, Reach reach) {
        return findById(id)
                .filter(feedback -> reach.covers(Set.of(), Set.of(feedback.authorId())))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
