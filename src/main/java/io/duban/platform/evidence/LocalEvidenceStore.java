package io.duban.platform.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files on local disk, spread over two levels of directories, each complete and on the disk before it gets its name. */
final class LocalEvidenceStore implements EvidenceStore {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int DEPTH = 3;

    private final Path root;
    private final Path unfinished;
    private final EvidenceWorkers workers;

    LocalEvidenceStore(Path root, EvidenceWorkers workers) {
        this.root = root;
        this.unfinished = root.resolve("unfinished");
        this.workers = workers;
    }

    @Override
    public Mono<Void> put(StorageKey key, Path file) {
        return workers.onDisk(() -> write(place(key), file)).onErrorMap(DiskSpace::explain);
    }

    @Override
    public Flux<DataBuffer> get(StorageKey key) {
        return workers.openOnDisk(() ->
                DataBufferUtils.read(existing(place(key)), DefaultDataBufferFactory.sharedInstance, BUFFER_BYTES));
    }

    @Override
    public Mono<Void> delete(StorageKey key) {
        return workers.onDisk(() -> {
            Files.deleteIfExists(place(key));
        });
    }

    @Override
    public Mono<Boolean> exists(StorageKey key) {
        return workers.onDisk(() -> Files.exists(place(key), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public Flux<StorageKey> writtenBefore(Instant moment) {
        return workers.onDisk(() -> filesBefore(moment)).flatMapIterable(keys -> keys);
    }

    private Path place(StorageKey key) {
        var name = key.text();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    private static Path existing(Path place) {
        if (!Files.exists(place)) {
            throw Exceptions.propagate(
                    new NoSuchFileException(place.getFileName().toString()));
        }
        return place;
    }

    private void write(Path place, Path file) throws IOException {
        Files.createDirectories(unfinished);
        Files.createDirectories(place.getParent());
        var draft = unfinished.resolve(UUID.randomUUID().toString());
        try {
            linkOrCopy(file, draft);
            force(draft, StandardOpenOption.WRITE);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        // A new name is durable only when its directory is, and that directory's own name likewise.
        for (var directory = place.getParent(); directory.startsWith(root); directory = directory.getParent()) {
            force(directory, StandardOpenOption.READ);
        }
    }

    /** A file on the same disk gets a second name in place of a copy; it counts as written now, for the sweep of orphans. */
    private static void linkOrCopy(Path file, Path draft) throws IOException {
        try {
            Files.createLink(draft, file);
            Files.setLastModifiedTime(draft, FileTime.from(Instant.now()));
        } catch (UnsupportedOperationException | FileSystemException otherDisk) {
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(path, access)) {
            channel.force(true);
        } catch (IOException refused) {
            if (access == StandardOpenOption.WRITE) {
                throw refused;
            }
            // Windows cannot open a directory; its file system journals names by itself.
        }
    }

    private List<StorageKey> filesBefore(Instant moment) throws IOException {
        var keys = new ArrayList<StorageKey>();
        Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                var name = file.getFileName().toString();
                if (facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(moment)
                        && StorageKey.isOne(name)) {
                    keys.add(new StorageKey(name));
                }
                return FileVisitResult.CONTINUE;
            }

            // While we look, files get their names and others go; and there may be nothing here yet.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return failure instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, failure);
            }
        });
        return keys;
    }
}
