package io.duban.instructions;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The instructions as they stand. */
interface LeaderInstructions extends Repository<LeaderInstruction, UUID> {

    Mono<LeaderInstruction> findById(UUID id);

    Flux<LeaderInstruction> findByIdIn(Collection<UUID> ids);

    @Query("select * from leader_instruction where source_id = :sourceId order by recorded_at, id")
    Flux<LeaderInstruction> findBySourceId(UUID sourceId);

    /** Told to their leaders, who have been silent. */
    @Query(
            "select * from leader_instruction where status = 'REPORTED' and silent_from < :now order by reported_at limit :limit")
    Flux<LeaderInstruction> findSilent(Instant now, int limit);

    /** The instruction, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<LeaderInstruction> require(UUID id, Reach reach) {
        return findById(id)
                .filter(instruction -> reach.covers(instruction.unitIds(), instruction.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
