package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives stored files out. A photo's public copy and thumbnail are drawn when first asked for and kept beside the
 * original. Does not ask who may see the file: the module that owns the matter knows.
 */
public class EvidenceViewing {

    private final Path incoming;
    private final EvidenceWorkers workers;
    private final EvidenceStore store;
    private final Map<StorageKey, Mono<Void>> drawing = new ConcurrentHashMap<>();

    EvidenceViewing(Path incoming, EvidenceWorkers workers, EvidenceStore store) {
        this.incoming = incoming;
        this.workers = workers;
        this.store = store;
    }

    /**
     * The bytes, read as fast as they are taken.
     *
     * @return the content, or {@code E_WEB_NOT_FOUND} for the thumbnail of a file that is no photo,
     *     {@code E_WEB_UNAVAILABLE} when too many pictures wait to be drawn, {@code E_WEB_STORAGE_FULL} when a drawn one
     *     cannot be kept
     */
    public Flux<DataBuffer> content(StoredFile file, Rendition rendition) {
        var original = new StorageKey(file.storageKey());
        if (rendition == Rendition.ORIGINAL || rendition == Rendition.PUBLIC && !file.isPhoto()) {
            return store.get(original);
        }
        if (!file.isPhoto()) {
            return Flux.error(Refusal::notFound);
        }
        var key = original.of(rendition);
        return store.exists(key)
                .flatMap(drawn -> drawn ? Mono.empty() : drawnOnce(key, file, rendition))
                .thenMany(Flux.defer(() -> store.get(key)));
    }

    /**
     * What {@link #content} gives: a JPEG stays a JPEG; every other photo is shown as a PNG.
     *
     * @return a value for {@code Content-Type}
     */
    public String mediaType(StoredFile file, Rendition rendition) {
        return rendition == Rendition.ORIGINAL || !file.isPhoto() ? file.mediaType() : Drawing.mediaType(file);
    }

    // A hundred phones that open the same page at once wait for one drawing; a caller that leaves does not stop it.
    private Mono<Void> drawnOnce(StorageKey key, StoredFile file, Rendition rendition) {
        return Mono.defer(() -> drawing.computeIfAbsent(
                key,
                absent -> draw(key, file, rendition)
                        .doOnTerminate(() -> drawing.remove(key))
                        .cache()));
    }

    private Mono<Void> draw(StorageKey key, StoredFile file, Rendition rendition) {
        return Mono.usingWhen(
                        workers.onDisk(this::emptyFile),
                        draft -> copy(key.original(), draft)
                                .then(workers.inspect(
                                        () -> Drawing.of(file, rendition).replace(draft)))
                                .flatMap(drawn -> store.put(key, drawn)),
                        draft -> workers.onDisk(() -> {
                            Files.deleteIfExists(draft);
                        }))
                .onErrorMap(DiskSpace::explain);
    }

    private Path emptyFile() throws IOException {
        Files.createDirectories(incoming);
        return Files.createFile(incoming.resolve(UUID.randomUUID() + ".drawing"));
    }

    private Mono<Void> copy(StorageKey original, Path draft) {
        return workers.openOnDisk(() -> DataBufferUtils.write(store.get(original), draft, StandardOpenOption.WRITE)
                        .flux())
                .then();
    }
}
