package io.duban.platform.evidence;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the bytes are: written once under a random key, never changed. Never blocks its caller. */
interface EvidenceStore {

    /**
     * Takes the file in; the object is visible only when complete and durable. The file may share its bytes with the object from then on: it is
     * deleted, never written to. A full disk is {@code E_WEB_STORAGE_FULL}.
     */
    Mono<Void> put(StorageKey key, Path file);

    /** The bytes, read as they are asked for; an absent key is a {@link java.nio.file.NoSuchFileException}. */
    Flux<DataBuffer> get(StorageKey key);

    /** Deletes the object; an absent one is no error. */
    Mono<Void> delete(StorageKey key);

    Mono<Boolean> exists(StorageKey key);

    /** Originals and renditions last written before that moment, in no order. */
    Flux<StorageKey> writtenBefore(Instant moment);
}
