package io.duban.platform.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;

/** Writes several buffers by one call of the system. */
final class DiskWrite {

    private DiskWrite() {}

    /**
     * @param digests take the bytes too
     * @return how many bytes were written, which is all
     */
    static long all(List<DataBuffer> buffers, List<MessageDigest> digests, FileChannel channel) throws IOException {
        var opened = new ArrayList<DataBuffer.ByteBufferIterator>();
        try {
            var pieces = new ArrayList<ByteBuffer>();
            for (var buffer : buffers) {
                var iterator = buffer.readableByteBuffers();
                opened.add(iterator);
                iterator.forEachRemaining(pieces::add);
            }
            for (var digest : digests) {
                pieces.forEach(piece -> digest.update(piece.duplicate()));
            }
            var all = pieces.stream().mapToLong(ByteBuffer::remaining).sum();
            var written = 0L;
            while (written < all) {
                written += channel.write(pieces.toArray(ByteBuffer[]::new));
            }
            return all;
        } finally {
            opened.forEach(DataBuffer.ByteBufferIterator::close);
        }
    }
}
