package io.duban.platform.realtime;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * A piece of a stream as bytes, shared by all who get it. It lives outside of the heap, where sockets read it without a copy, and is freed
 * with this object: nobody counts references, so a slow receiver cannot hold it too short or for ever.
 */
final class Frame {

    private final ByteBuf chunk;
    private final int start;
    private final int length;

    /**
     * @param memory the text as a chunk; nobody writes there any more
     * @param start where the text begins
     */
    Frame(ByteBuffer memory, int start, int length) {
        this.chunk = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory));
        this.start = start;
        this.length = length;
    }

    static Frame of(String text) {
        return Press.frame(frame -> frame.raw(text));
    }

    /** With the chunk size before it (RFC 9112 section 7.1), for a connection written to below its HTTP codec. */
    ByteBuf chunk() {
        return chunk.duplicate();
    }

    /** The bytes alone. */
    ByteBuf content() {
        return chunk.slice(start, length);
    }
}
