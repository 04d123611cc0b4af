package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of stored files, to read; modules insert them in their own commands. Does not ask who may see them. */
public interface StoredFiles extends Repository<StoredFile, UUID> {

    Mono<StoredFile> findById(UUID id);

    /** What belongs to one task, in the order it came; empty when there is nothing. */
    Flux<StoredFile> findBySubjectIdOrderByReceivedAt(UUID subjectId);

    /** The same bytes handed in for something else, in the order they came. */
    Flux<StoredFile> findBySha256AndSubjectIdNotOrderByReceivedAt(String sha256, UUID subjectId);

    /**
     * Photos of other tasks that look the same, the most alike first; at most twenty.
     *
     * @param neighbours as {@link PerceptualHash#neighbours} gives them: what is not among them lies further away than seven bits
     * @param bits in how many they may differ, at most seven
     */
    @Query("""
            select * from stored_file
            where photo_quarters && :neighbours and subject_id <> :subject
              and bit_count((perceptual_hash # :hash)::bit(64)) <= :bits
            order by bit_count((perceptual_hash # :hash)::bit(64)), received_at
            limit 20""")
    Flux<StoredFile> findLookingLike(long hash, Integer[] neighbours, int bits, UUID subject);

    /** Whether a row makes this stored object visible. */
    Mono<Boolean> existsByStorageKey(String storageKey);

    /** The row, or {@code E_WEB_NOT_FOUND}. */
    default Mono<StoredFile> require(UUID id) {
        return findById(id).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
