package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * One body on its way in: a temporary file that is hashed and measured while it grows. Blocks; used on disk threads.
 *
 * <p>Synchronized because a phone that hangs up removes the file from one thread while another may still be writing.
 */
final class Spool implements BufferTaker {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest;
    private final long limitBytes;
    private long sizeBytes;
    private volatile long lastNews = System.nanoTime();

    private Spool(Path file, FileChannel channel, MessageDigest digest, long limitBytes) {
        this.file = file;
        this.channel = channel;
        this.digest = digest;
        this.limitBytes = limitBytes;
    }

    static Spool open(Path incoming, long limitBytes) throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(incoming);
        var file = incoming.resolve(UUID.randomUUID() + ".part");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Spool(file, channel, MessageDigest.getInstance("SHA-256"), limitBytes);
    }

    /** Writes the buffer, or refuses the whole body with {@code E_WEB_TOO_LARGE}. */
    @Override
    public synchronized void take(List<DataBuffer> buffers) throws IOException {
        lastNews = System.nanoTime();
        sizeBytes += buffers.stream().mapToLong(DataBuffer::readableByteCount).sum();
        if (sizeBytes > limitBytes) {
            throw tooLong();
        }
        if (channel.isOpen()) {
            DiskWrite.all(buffers, List.of(digest), channel);
        }
    }

    /** For how long nothing has come. */
    Duration silent() {
        return Duration.ofNanos(System.nanoTime() - lastNews);
    }

    private Refusal tooLong() {
        long megabytes = limitBytes / (1024 * 1024);
        return Refusal.of(
                RefusalCode.E_WEB_TOO_LARGE,
                "文件超过 " + megabytes + " MB 的上限",
                "the file is longer than " + megabytes + " MB");
    }

    /** No more bytes will come; an empty body is {@code E_GEN_VALIDATION}. */
    synchronized Received finish() throws IOException {
        channel.close();
        if (sizeBytes == 0) {
            throw Refusal.of(RefusalCode.E_GEN_VALIDATION, "文件是空的", "the file is empty");
        }
        return new Received(file, HexFormat.of().formatHex(digest.digest()), sizeBytes);
    }

    synchronized void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** A complete body. */
    record Received(Path file, String sha256, long sizeBytes) {

        Received requireHash(String declared) {
            if (!sha256.equals(declared)) {
                throw Refusal.of(
                                RefusalCode.E_WEB_UPLOAD_HASH,
                                "传来的文件与登记的校验值不符,已丢弃;请核对原文件后重新上传",
                                "the file is not the one that was declared and was dropped; send the declared file again")
                        .ofContent(sha256);
            }
            return this;
        }
    }
}
