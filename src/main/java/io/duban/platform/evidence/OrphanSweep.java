package io.duban.platform.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Removes what nobody will ask for: stored bytes that no row names, left when a phone or the server went away between
 * storing and saving, and temporary files of a killed server. Safe to run at any time and on several instances.
 */
public class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration GRACE = Duration.ofHours(24);

    private final List<Path> temporary;
    private final EvidenceWorkers workers;
    private final EvidenceStore store;
    private final StoredFiles files;
    private final Clock clock;

    OrphanSweep(List<Path> temporary, EvidenceWorkers workers, EvidenceStore store, StoredFiles files, Clock clock) {
        this.temporary = temporary;
        this.workers = workers;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Removes every stored object older than 24 hours without a row, and temporary files as old.
     *
     * @return how many stored objects were removed
     */
    public Mono<Long> removeOrphans() {
        return Mono.defer(() -> {
            var moment = clock.instant().minus(GRACE);
            return workers.onDisk(() -> removeTemporary(moment))
                    .thenMany(store.writtenBefore(moment))
                    .filterWhen(
                            key -> files.existsByStorageKey(key.original().text())
                                    .map(named -> !named),
                            1)
                    .concatMap(key -> store.delete(key).thenReturn(key))
                    .count()
                    .doOnNext(removed -> log.info("Removed {} stored objects without a row", removed));
        });
    }

    private void removeTemporary(Instant moment) throws IOException {
        for (var directory : temporary) {
            if (Files.isDirectory(directory)) {
                removeOlder(directory, moment);
            }
        }
    }

    static void removeOlder(Path directory, Instant moment) throws IOException {
        try (var leftovers = Files.newDirectoryStream(directory)) {
            for (var leftover : leftovers) {
                if (isOlder(leftover, moment)) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    /** What is in use comes and goes while we look. */
    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
