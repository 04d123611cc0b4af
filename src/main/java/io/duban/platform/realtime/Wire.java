package io.duban.platform.realtime;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The connection below a response that has been opened: frames go straight to it, past the chain of operators, which costs about as much as everything else
 * together. All on the connection's event loop.
 */
abstract class Wire {

    private final Channel channel;
    private boolean dirty;
    private long writtenAt = System.nanoTime();

    Wire(Channel channel) {
        this.channel = channel;
    }

    static Wire below(ServerHttpResponse response) {
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        var found = new Channel[1];
        server.withConnection(connection -> found[0] = connection.channel());
        if (HttpVersion.HTTP_1_0.equals(server.version())) {
            // It knows of no chunks (RFC 9112 section 6.1): there the end of the connection is the end of the stream.
            server.chunkedTransfer(false);
        }
        var pipeline = found[0].pipeline();
        var stream = pipeline.context(NettyPipeline.H2ToHttp11Codec);
        if (stream != null) {
            return new Http2Wire(found[0], stream);
        }
        // By its type: it has no name where HTTP/2 is spoken without TLS.
        var codec = pipeline.context(HttpServerCodec.class);
        return codec != null && HttpVersion.HTTP_1_1.equals(server.version())
                ? new ChunkedWire(found[0], codec)
                : new CodecWire(found[0]);
    }

    /**
     * Answers with the head and the first bytes of a stream.
     *
     * @param opened told once they are written, and so before anything else may be
     * @param gone told once when the connection has ended after that
     */
    abstract Mono<Void> open(ServerHttpResponse response, DataBuffer opening, Runnable opened, Runnable gone);

    abstract void put(Frame frame);

    abstract void push();

    /** Calls back on the event loop when the socket has taken everything; never when it is closed before. */
    abstract void whenDrained(Runnable then);

    /** Ends the response, after what was written. */
    abstract void end();

    /** Without a word: for a client that does not listen. */
    abstract void cut();

    final EventLoop loop() {
        return channel.eventLoop();
    }

    final Channel channel() {
        return channel;
    }

    /** Writes without flushing; true when nothing else was waiting for a flush. */
    final boolean write(Frame frame, long now) {
        var first = !dirty;
        dirty = true;
        writtenAt = now;
        put(frame);
        return first;
    }

    /** For how long nothing was written. */
    final long quiet(long now) {
        return now - writtenAt;
    }

    /** Heartbeats of connections that were opened together shall not fall together. */
    final void spread(long nanos) {
        writtenAt -= nanos;
    }

    final void flush() {
        if (dirty) {
            dirty = false;
            push();
        }
    }

    /** Whether the socket takes more; when in doubt, it is given first what it has not been given yet. */
    final boolean takesMore() {
        if (!channel.isWritable()) {
            flush();
        }
        return channel.isWritable();
    }

    /** Bytes that wait in this process for the socket. */
    final long waiting() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
