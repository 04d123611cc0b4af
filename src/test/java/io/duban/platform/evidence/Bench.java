package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Everything but the database, over a directory of its own, with buffers that are watched for leaks. */
final class Bench implements AfterEachCallback {

    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Path home;
    final EvidenceWorkers workers;
    final LocalEvidenceStore store;
    final FakePaperText pdfText = new FakePaperText();
    final KnownFiles files = new KnownFiles();
    final PartFiles parts;
    final EvidenceIntake intake;
    final EvidenceViewing viewing;
    private final List<ByteBuf> handedOut = new CopyOnWriteArrayList<>();
    private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    Bench() {
        this(new EvidenceWorkers(2, 32));
    }

    Bench(EvidenceWorkers workers) {
        this.home = temporary();
        this.workers = workers;
        this.store = new LocalEvidenceStore(home.resolve("evidence"), workers);
        this.parts = new PartFiles(
                home.resolve("uploads"),
                new PartFiles.Rules(Duration.ofDays(7), Duration.ofMillis(300), Duration.ofSeconds(5)),
                workers,
                directory -> Long.MAX_VALUE);
        this.intake = new EvidenceIntake(
                incoming(), Duration.ofSeconds(5), workers, store, parts, new Likenesses(files), pdfText, CLOCK);
        this.viewing = new EvidenceViewing(incoming(), workers, store);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("evidence");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path incoming() {
        return home.resolve("incoming");
    }

    DataBuffer buffer(byte[] bytes) {
        var buffer = buffers.allocateBuffer(bytes.length).write(bytes);
        handedOut.add(NettyDataBufferFactory.toByteBuf(buffer));
        return buffer;
    }

    /** The bytes as a phone sends them: in pieces, from a thread that must not block. */
    Flux<DataBuffer> body(byte[] bytes) {
        int piece = 4096;
        int pieces = (bytes.length + piece - 1) / piece;
        return Flux.range(0, pieces)
                .publishOn(Schedulers.parallel())
                .map(index ->
                        buffer(Arrays.copyOfRange(bytes, index * piece, Math.min(bytes.length, (index + 1) * piece))));
    }

    ReceivedFile receive(byte[] bytes, Intake rules) {
        return intake.receive(body(bytes), rules).block(Duration.ofSeconds(30));
    }

    void refuses(RefusalCode code, Flux<DataBuffer> body, Intake rules) {
        intake.receive(body, rules)
                .as(StepVerifier::create)
                .expectErrorMatches(failure -> failure instanceof Refusal refusal && refusal.code() == code)
                .verify(Duration.ofSeconds(30));
        leavesNothing();
    }

    void refuses(RefusalCode code, byte[] bytes, Intake rules) {
        refuses(code, body(bytes), rules);
    }

    byte[] read(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content)
                .map(joined -> {
                    var bytes = new byte[joined.readableByteCount()];
                    joined.read(bytes);
                    return bytes;
                })
                .block(Duration.ofSeconds(30));
    }

    StoredFile stored(ReceivedFile file) {
        return StoredFile.of(file, Submissions.plain(), List.of());
    }

    void leavesNothing() {
        eventually(() -> files(home) == 0);
        releasedAll();
    }

    int unreleased() {
        return (int) handedOut.stream().filter(buffer -> buffer.refCnt() > 0).count();
    }

    void releasedAll() {
        eventually(() -> handedOut.stream().allMatch(buffer -> buffer.refCnt() == 0));
    }

    /** A file that goes while they are counted counts as gone, where {@link Files#walk} would fail. */
    static long files(Path directory) {
        var counted = new AtomicLong();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    counted.incrementAndGet();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    return failure instanceof NoSuchFileException
                            ? FileVisitResult.CONTINUE
                            : super.visitFileFailed(file, failure);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return counted.get();
    }

    static void eventually(BooleanSupplier claim) {
        for (int i = 0; i < 2_000; i++) {
            if (claim.getAsBoolean()) {
                return;
            }
            Mono.delay(Duration.ofMillis(10)).block();
        }
        throw new AssertionError("did not come true within twenty seconds");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        workers.close();
        eventually(() -> isDeleted(home));
    }

    /** What a phone that hung up left to the disk threads may still make a file in it, or remove one. */
    private static boolean isDeleted(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
