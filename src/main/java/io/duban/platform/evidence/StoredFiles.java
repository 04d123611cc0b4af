package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of stored files, to read; modules insert them in their own commands. Does not ask who may see them. */
public interface StoredFiles extends Repository<StoredFile, UUID> {

    Mono<StoredFile> findById(UUID id);

    /** What belongs to one task, in the order it came; empty when there is nothing. */
    Flux<StoredFile> findBySubjectIdOrderByReceivedAt(UUID subjectId);

    /** Whether the same bytes were handed in for something else. */
    Mono<Boolean> existsBySha256AndSubjectIdNot(String sha256, UUID subjectId);

    /** Whether a row makes this stored object visible. */
    Mono<Boolean> existsByStorageKey(String storageKey);

    /** The row, or {@code E_WEB_NOT_FOUND}. */
    default Mono<StoredFile> require(UUID id) {
        return findById(id).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
