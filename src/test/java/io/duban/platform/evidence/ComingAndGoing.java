package io.duban.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Some files in a directory, of which the oldest goes with each that comes, for as long as a test looks on. */
final class ComingAndGoing implements AutoCloseable {

    private static final int MANY = 20;

    private final CompletableFuture<Void> work;
    private volatile boolean over;

    ComingAndGoing(Path directory) {
        work = CompletableFuture.runAsync(() -> {
            for (int i = 0; !over; i++) {
                comeAndGo(directory.resolve(i + ".part"), directory.resolve(i - MANY + ".part"));
            }
        });
    }

    private static void comeAndGo(Path newest, Path oldest) {
        try {
            Files.createFile(newest);
            Files.deleteIfExists(oldest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        over = true;
        work.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
