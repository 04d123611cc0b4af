package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files on their way in, piece by piece. What counts as here is what was forced to the disk: it survives the phone, the connection, the server and,
 * as far as the phone was told, the power. One connection at a time writes a file; one on which nothing comes any more is cut by whoever comes back.
 */
public class PartFiles {

    private static final long RESERVE_BYTES = 16L * 1024 * 1024;

    private final Path directory;
    private final Rules rules;
    private final EvidenceWorkers workers;
    private final ToLongFunction<Path> freeBytes;
    private final PartHashes hashes = new PartHashes();
    private final Map<UUID, PartWriter> writing = new ConcurrentHashMap<>();

    /** @param freeBytes how much room a directory's disk has */
    PartFiles(Path directory, Rules rules, EvidenceWorkers workers, ToLongFunction<Path> freeBytes) {
        this.directory = directory;
        this.rules = rules;
        this.workers = workers;
        this.freeBytes = freeBytes;
    }

    /**
     * @param keptFor how long the bytes of an unfinished file are kept
     * @param stalledAfter after how long without a byte a connection may be taken over
     * @param patience after how long without a byte a connection is given up
     */
    record Rules(Duration keptFor, Duration stalledAfter, Duration patience) {}

    /**
     * A piece as its sender describes it.
     *
     * @param offset where it belongs
     * @param length of the whole file, in bytes
     * @param checksum of the piece; null when not told. With it the piece counts whole or not at all
     */
    public record Piece(long offset, long length, @Nullable PartChecksum checksum) {}

    /** How long the bytes of an unfinished file are kept. */
    public Duration keptFor() {
        return rules.keptFor();
    }

    /** How many bytes of it are safely here; 0 when there are none. */
    public Mono<Long> durable(UUID id) {
        return workers.onDisk(() -> PartFile.of(directory, id).durable());
    }

    /** The same for somebody who comes back: his own connection that has stalled is cut first, and what it brought counts. */
    public Mono<Long> resumable(UUID id) {
        return workers.onDisk(() -> {
            var other = writing.get(id);
            if (other != null && isStalled(other)) {
                takeOver(id, other);
            }
            return PartFile.of(directory, id).durable();
        });
    }

    /**
     * Appends what comes, holding one buffer at a time; every buffer is released, whatever happens. What came before a cut is kept, unless a checksum
     * was given.
     *
     * @return how many bytes are safely here now, or {@code E_WEB_UPLOAD_OFFSET} (it belongs elsewhere), {@code E_WEB_UPLOAD_BUSY} (another
     *     connection is sending), {@code E_WEB_TOO_LARGE} (more than the whole), {@code E_WEB_CHECKSUM_MISMATCH}, {@code E_WEB_BODY_CUT},
     *     {@code E_WEB_STORAGE_FULL}
     */
    public Mono<Long> append(UUID id, Piece piece, Flux<DataBuffer> body) {
        return Mono.usingWhen(
                        workers.onDisk(() -> claimed(id)),
                        writer -> workers.onDisk(() -> writer.open(piece))
                                .then(Mono.defer(() ->
                                        Mono.firstWithSignal(written(body, writer), silence(writer), writer.cut()))),
                        writer -> released(id, writer))
                .then(Mono.defer(() -> durable(id)))
                .onErrorMap(DiskSpace::explain);
    }

    /** The whole file where it lies, with its hash and size. Read on an inspection thread, unless its hash was made while it came. */
    Mono<Spool.Received> whole(UUID id) {
        return workers.inspect(() -> {
            var file = PartFile.of(directory, id);
            var length = Files.size(file.bytes());
            var hash = hashes.end(id, length);
            return hash == null ? file.whole() : new Spool.Received(file.bytes(), hash, length);
        });
    }

    /** Throws away what is here, and cuts whoever is sending; nothing to throw away is no error. */
    public Mono<Void> discard(UUID id) {
        return workers.onDisk(() -> {
            var other = writing.get(id);
            if (other != null) {
                takeOver(id, other);
            }
            hashes.forget(id);
            PartFile.of(directory, id).delete();
        });
    }

    /** Refuses with {@code E_WEB_STORAGE_FULL} before a byte is read, when that many will not find room. */
    public Mono<Void> requireRoom(long bytes) {
        return workers.onDisk(() -> {
            Files.createDirectories(directory);
            if (freeBytes.applyAsLong(directory) < bytes + RESERVE_BYTES) {
                throw DiskSpace.full();
            }
        });
    }

    /** Removes what nobody has added to since that moment. */
    public Mono<Void> removeUntouchedSince(Instant moment) {
        return workers.onDisk(() -> {
            if (Files.isDirectory(directory)) {
                OrphanSweep.removeOlder(directory, moment);
            }
        });
    }

    private PartWriter claimed(UUID id) throws IOException {
        Files.createDirectories(directory);
        var mine = new PartWriter(id, PartFile.of(directory, id), hashes);
        var other = writing.putIfAbsent(id, mine);
        if (other == null) {
            return mine;
        }
        if (isStalled(other)) {
            takeOver(id, other);
            if (writing.putIfAbsent(id, mine) == null) {
                return mine;
            }
        }
        throw Refusal.of(
                RefusalCode.E_WEB_UPLOAD_BUSY,
                "这个文件正由另一个连接上传,请稍候再续传",
                "another connection is sending this file; ask for the offset again in a moment");
    }

    private boolean isStalled(PartWriter other) {
        return other.silent().compareTo(rules.stalledAfter()) >= 0;
    }

    private void takeOver(UUID id, PartWriter other) throws IOException {
        other.cutOff();
        writing.remove(id, other);
    }

    private Mono<Boolean> written(Flux<DataBuffer> body, PartWriter writer) {
        return Mono.defer(() -> workers.takenBy(writer, body.onErrorMap(EvidenceIntake::bodyCut), writer.busy()))
                .then(Mono.defer(() -> workers.onDisk(writer::finish)));
    }

    private Mono<Boolean> silence(PartWriter writer) {
        return EvidenceIntake.silence(writer::silent, rules.patience())
                .flatMap(tick ->
                        Mono.error(EvidenceIntake.bodyCut(new TimeoutException("silent for " + rules.patience()))));
    }

    private Mono<Void> released(UUID id, PartWriter writer) {
        // Before the answer: a phone that goes on at once is not told that it is in its own way.
        return writer.idle()
                .then(Mono.defer(() -> workers.onDisk(writer::close)))
                .doOnTerminate(() -> writing.remove(id, writer));
    }

    static long freeBytes(Path directory) {
        try {
            // Without looking for the disk among all that are mounted; 0 may also mean that it is not known.
            var free = directory.toFile().getUsableSpace();
            return free > 0 ? free : Files.getFileStore(directory).getUsableSpace();
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
