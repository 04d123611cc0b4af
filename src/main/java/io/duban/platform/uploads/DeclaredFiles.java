package io.duban.platform.uploads;

import io.duban.platform.problem.Refusal;
import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The declared files, to read; modules insert them in their own commands. Does not ask who may see them. */
public interface DeclaredFiles extends Repository<DeclaredFile, UUID> {

    Mono<DeclaredFile> findById(UUID id);

    Flux<DeclaredFile> findByIdIn(Collection<UUID> ids);

    /** What one finding, record or feedback named, in the order it was named; empty when nothing. */
    Flux<DeclaredFile> findBySubjectIdOrderByDeclaredAtAscIdAsc(UUID subjectId);

    /** The same for several subjects. */
    Flux<DeclaredFile> findBySubjectIdInOrderByDeclaredAtAscIdAsc(Collection<UUID> subjectIds);

    /** What is still to come for a subject. */
    Flux<DeclaredFile> findBySubjectIdAndArrivedAtIsNullAndWithdrawnAtIsNull(UUID subjectId);

    Mono<Boolean> existsBySubjectIdAndArrivedAtIsNullAndWithdrawnAtIsNull(UUID subjectId);

    Mono<Long> countBySubjectId(UUID subjectId);

    /** Whether everything that was named has arrived or was taken back; true when nothing was named. */
    default Mono<Boolean> isComplete(UUID subjectId) {
        return existsBySubjectIdAndArrivedAtIsNullAndWithdrawnAtIsNull(subjectId)
                .map(missing -> !missing);
    }

    /** The row, or {@code E_WEB_NOT_FOUND}. */
    default Mono<DeclaredFile> require(UUID id) {
        return findById(id).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
