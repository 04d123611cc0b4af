package io.duban.platform.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What others draw from a stored file: they get a copy to work on, and what they made is kept beside the original and goes with it. */
public class DerivedFiles {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Path incoming;
    private final EvidenceWorkers workers;
    private final EvidenceStore store;
    private final EvidenceViewing viewing;

    DerivedFiles(Path incoming, EvidenceWorkers workers, EvidenceStore store, EvidenceViewing viewing) {
        this.incoming = incoming;
        this.workers = workers;
        this.store = store;
        this.viewing = viewing;
    }

    /**
     * Does the work on a copy, which is gone afterwards.
     *
     * @param rendition in which form; a photo's {@link Rendition#PUBLIC} is upright and can always be decoded
     */
    public <T> Mono<T> withCopy(StoredFile file, Rendition rendition, Function<Path, Mono<T>> work) {
        return withFile(Flux.defer(() -> viewing.content(file, rendition)), work);
    }

    /** Does the work on a file of these bytes, which is gone afterwards. */
    public <T> Mono<T> withFile(Flux<DataBuffer> bytes, Function<Path, Mono<T>> work) {
        return Mono.usingWhen(
                        workers.onDisk(this::emptyFile),
                        copy -> workers.openOnDisk(() -> DataBufferUtils.write(bytes, copy, StandardOpenOption.WRITE)
                                        .flux())
                                .then(Mono.defer(() -> work.apply(copy))),
                        copy -> workers.onDisk(() -> {
                            Files.deleteIfExists(copy);
                        }))
                .onErrorMap(DiskSpace::explain);
    }

    /** What was kept; empty when nothing was. */
    public Mono<byte[]> find(StoredFile file, PagePicture picture) {
        var content = store.get(new StorageKey(file.storageKey()).of(picture));
        return DataBufferUtils.join(content, MOST_BYTES)
                .map(DerivedFiles::bytes)
                .onErrorResume(NoSuchFileException.class, absent -> Mono.empty());
    }

    /** Keeps it; a second keeping of the same changes nothing a reader sees. */
    public Mono<Void> keep(StoredFile file, PagePicture picture, byte[] bytes) {
        var key = new StorageKey(file.storageKey()).of(picture);
        return Mono.usingWhen(
                        workers.onDisk(this::emptyFile),
                        draft ->
                                workers.onDisk(() -> Files.write(draft, bytes)).flatMap(drawn -> store.put(key, drawn)),
                        draft -> workers.onDisk(() -> {
                            Files.deleteIfExists(draft);
                        }))
                .onErrorMap(DiskSpace::explain);
    }

    private Path emptyFile() throws IOException {
        Files.createDirectories(incoming);
        return Files.createFile(incoming.resolve(UUID.randomUUID() + ".copy"));
    }

    private static byte[] bytes(DataBuffer joined) {
        try {
            var bytes = new byte[joined.readableByteCount()];
            joined.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(joined);
        }
    }
}
