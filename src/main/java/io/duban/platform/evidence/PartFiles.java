package io.duban.platform.evidence;

import java.nio.file.Path;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Files on their way in, piece by piece: what is here survives the phone, the connection and the server. */
public class PartFiles {

    private final Path directory;
    private final EvidenceWorkers workers;

    PartFiles(Path directory, EvidenceWorkers workers) {
        this.directory = directory;
        this.workers = workers;
    }

    /** How many bytes of it are safely on the disk; 0 when there are none. */
    public Mono<Long> durable(UUID id) {
        return workers.onDisk(() -> PartFile.of(directory, id).durable());
    }
}
