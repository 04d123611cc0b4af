package io.duban.platform.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows, in memory. */
final class KnownFiles implements StoredFiles {

    final List<StoredFile> rows = new ArrayList<>();

    @Override
    public Mono<StoredFile> findById(UUID id) {
        return Flux.fromIterable(rows).filter(row -> row.id().equals(id)).next();
    }

    @Override
    public Flux<StoredFile> findBySubjectIdOrderByReceivedAt(UUID subjectId) {
        return Flux.fromIterable(rows).filter(row -> row.subjectId().equals(subjectId));
    }

    @Override
    public Flux<StoredFile> findBySha256AndSubjectIdNotOrderByReceivedAt(String sha256, UUID subjectId) {
        return Flux.fromIterable(rows)
                .filter(row -> row.sha256().equals(sha256) && !row.subjectId().equals(subjectId));
    }

    @Override
    public Flux<StoredFile> findLookingLike(long hash, Integer[] neighbours, int bits, UUID subject) {
        return Flux.fromIterable(rows)
                .filter(row -> row.perceptualHash() != null && !row.subjectId().equals(subject))
                .filter(row -> PerceptualHash.distance(hash, row.perceptualHash()) <= bits);
    }

    @Override
    public Mono<Boolean> existsByStorageKey(String storageKey) {
        return Flux.fromIterable(rows).any(row -> row.storageKey().equals(storageKey));
    }
}
