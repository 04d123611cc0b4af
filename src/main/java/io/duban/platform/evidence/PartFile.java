package io.duban.platform.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The part of a file that is here, and beside it how much of that was forced to the disk. The length of the part alone would not do: after a power
 * failure a file may be as long as it was and hold nothing. Blocks; used on disk threads.
 */
record PartFile(Path bytes, Path mark) {

    static PartFile of(Path directory, UUID id) {
        return new PartFile(directory.resolve(id + ".part"), directory.resolve(id + ".mark"));
    }

    /** How many bytes count. */
    long durable() throws IOException {
        try (var marked = FileChannel.open(mark, StandardOpenOption.READ)) {
            var length = ByteBuffer.allocate(Long.BYTES);
            return marked.read(length) == Long.BYTES ? Math.min(length.flip().getLong(), Files.size(bytes)) : 0;
        } catch (NoSuchFileException nothingYet) {
            return 0;
        }
    }

    /**
     * From now on this many bytes count; they have been forced to the disk before.
     *
     * @param told whether the sender is told so, and the mark is to outlive a power failure too. Of a whole file he is told when it is stored and its row
     *     committed; until then he may have to send it again
     */
    void markDurable(long length, boolean told) throws IOException {
        try (var marked = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            marked.write(ByteBuffer.allocate(Long.BYTES).putLong(length).flip(), 0);
            if (told) {
                marked.force(false);
            }
        }
    }

    /** All that counts, with its hash. */
    Spool.Received whole() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(Files.newInputStream(bytes), digest)) {
            var length = in.transferTo(OutputStream.nullOutputStream());
            return new Spool.Received(bytes, HexFormat.of().formatHex(digest.digest()), length);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(mark);
        Files.deleteIfExists(bytes);
    }
}
