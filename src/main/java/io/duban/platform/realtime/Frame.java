package io.duban.platform.realtime;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A piece of a stream as bytes, shared by all who get it. It lives outside of the heap, where sockets read it without a copy, and is freed
 * with this object: nobody counts references, so a slow receiver cannot hold it too short or for ever.
 */
final class Frame {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final ByteBuf chunk;
    private final int start;
    private final int length;

    private Frame(ByteBuf chunk, int start, int length) {
        this.chunk = chunk;
        this.start = start;
        this.length = length;
    }

    static Frame of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var size = Integer.toHexString(bytes.length).getBytes(StandardCharsets.US_ASCII);
        var memory = ByteBuffer.allocateDirect(size.length + bytes.length + 2 * LINE_END.length);
        memory.put(size).put(LINE_END).put(bytes).put(LINE_END).flip();
        var chunk = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory));
        return new Frame(chunk, size.length + LINE_END.length, bytes.length);
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
