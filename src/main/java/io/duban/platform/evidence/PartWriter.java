package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One connection that appends to a part file. Blocks; used on disk threads.
 *
 * <p>Synchronized because whoever comes back closes it from one thread while another may still be writing; what comes after that is dropped.
 */
final class PartWriter implements BufferTaker {

    /**
     * What may have to be sent again when the server is killed in the middle of a long piece: so many bytes of a slow line, or what a fast one brings in
     * so long. Forcing each megabyte of a fast one would make it wait for the disk all the time.
     */
    private static final long STEP_BYTES = 1024L * 1024;

    private static final long STEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final UUID id;
    private final PartFile file;
    private final PartHashes hashes;
    private final Sinks.Empty<Boolean> cut = Sinks.empty();
    private volatile Mono<Void> idle = Mono.empty();
    private @Nullable FileChannel channel;
    private PartFiles.@Nullable Piece piece;
    private @Nullable MessageDigest digest;
    private PartHashes.@Nullable PartHash hash;
    private long position;
    private long durable;
    private long settledAt = System.nanoTime();
    private boolean ended;
    private volatile long lastNews = System.nanoTime();

    PartWriter(UUID id, PartFile file, PartHashes hashes) {
        this.id = id;
        this.file = file;
        this.hashes = hashes;
    }

    /** Starts at the true end; bytes beyond it, left by a killed server, are cut off. */
    synchronized void open(PartFiles.Piece given) throws IOException, NoSuchAlgorithmException {
        if (ended) {
            return;
        }
        durable = file.durable();
        if (given.offset() != durable) {
            throw elsewhere(durable);
        }
        digest = given.checksum() == null ? null : given.checksum().digest();
        piece = given;
        position = durable;
        hash = hashes.begin(id, durable);
        channel = FileChannel.open(file.bytes(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(position).position(position);
    }

    @Override
    public synchronized void take(List<DataBuffer> buffers) throws IOException {
        lastNews = System.nanoTime();
        if (ended || channel == null || piece == null) {
            return;
        }
        if (position + buffers.stream().mapToLong(DataBuffer::readableByteCount).sum() > piece.length()) {
            throw Refusal.of(
                    RefusalCode.E_WEB_TOO_LARGE, "传来的内容超出登记的文件大小", "more was sent than the declared size of the file");
        }
        write(buffers, channel);
        if (digest == null && position - durable >= STEP_BYTES && lastNews - settledAt >= STEP_NANOS) {
            settle();
        }
    }

    // A hash that took bytes which then were not written is over something else than the file.
    private void write(List<DataBuffer> buffers, FileChannel channel) throws IOException {
        var whole = hash;
        hash = null;
        var digests = Stream.of(digest, whole == null ? null : whole.digest())
                .filter(Objects::nonNull)
                .toList();
        position += DiskWrite.all(buffers, digests, channel);
        hash = whole == null ? null : whole.over(position);
    }

    /** The piece is complete: it counts, if it is what its checksum says. */
    synchronized boolean finish() throws IOException {
        if (ended || channel == null || piece == null) {
            return false;
        }
        if (piece.checksum() != null && digest != null && !piece.checksum().matches(digest)) {
            throw Refusal.of(
                    RefusalCode.E_WEB_CHECKSUM_MISMATCH,
                    "这一段在传输中损坏,已丢弃,请从原位置重传",
                    "this piece was damaged on its way and dropped; send it again from where it began");
        }
        settle();
        return true;
    }

    /** No more will come on this connection. */
    synchronized void close() throws IOException {
        if (ended || channel == null) {
            ended = true;
            return;
        }
        ended = true;
        channel.close();
        if (digest == null && position > durable) {
            settleAnew();
        }
        if (hash != null && hash.length() == durable) {
            hashes.keep(id, hash);
        }
    }

    // A phone that hangs up interrupts the writing thread, and an interrupted channel is closed by Java.
    private void settleAnew() throws IOException {
        try (var again = FileChannel.open(file.bytes(), StandardOpenOption.WRITE)) {
            channel = again;
            settle();
        }
    }

    /** As {@link #close()}, by somebody else than the connection itself, which is told. */
    void cutOff() throws IOException {
        try {
            close();
        } finally {
            cut.tryEmitError(EvidenceIntake.bodyCut(new IOException("taken over by a later connection")));
        }
    }

    /** Fails when somebody else has cut this connection off. */
    Mono<Boolean> cut() {
        return cut.asMono();
    }

    /** From now on bytes are on their way to the disk, until what is given here is run. */
    Runnable busy() {
        var last = Sinks.<Void>empty();
        idle = last.asMono();
        return last::tryEmitEmpty;
    }

    /** Completes when no bytes are on their way to the disk: what came before the phone hung up is here then. */
    Mono<Void> idle() {
        return idle;
    }

    Duration silent() {
        return Duration.ofNanos(System.nanoTime() - lastNews);
    }

    private void settle() throws IOException {
        if (channel != null && piece != null && position > durable) {
            channel.force(false);
            file.markDurable(position, position < piece.length());
            durable = position;
            settledAt = System.nanoTime();
        }
    }

    private static Refusal elsewhere(long durable) {
        return Refusal.of(
                RefusalCode.E_WEB_UPLOAD_OFFSET,
                "续传位置不对,服务器上已有 " + durable + " 字节,请先查询位置再续传",
                "it does not go on from where the upload stands, at " + durable + "; ask for the offset first");
    }
}
