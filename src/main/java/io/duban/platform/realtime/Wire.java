package io.duban.platform.realtime;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The connection below a response that has been opened: frames go straight to it, already chunked, past the chain of operators, which costs
 * about as much as everything else together. All on the connection's event loop. What is not HTTP/1.1 goes through its codec.
 */
final class Wire {

    private final Channel channel;
    private final @Nullable ChannelHandlerContext codec;
    private boolean dirty;
    private long writtenAt = System.nanoTime();

    private Wire(Channel channel, @Nullable ChannelHandlerContext codec) {
        this.channel = channel;
        this.codec = codec;
    }

    static Wire below(ServerHttpResponse response) {
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        var found = new Channel[1];
        server.withConnection(connection -> found[0] = connection.channel());
        if (HttpVersion.HTTP_1_0.equals(server.version())) {
            // It knows of no chunks (RFC 9112 section 6.1): there the end of the connection is the end of the stream.
            server.chunkedTransfer(false);
        }
        var codec = found[0].pipeline().context(NettyPipeline.HttpCodec);
        var chunked = codec != null
                && codec.handler() instanceof HttpServerCodec
                && HttpVersion.HTTP_1_1.equals(server.version());
        return new Wire(found[0], chunked ? codec : null);
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    /** Writes without flushing; true when nothing else was waiting for a flush. */
    boolean write(Frame frame, long now) {
        var first = !dirty;
        dirty = true;
        writtenAt = now;
        if (codec != null) {
            codec.write(frame.chunk(), codec.voidPromise());
        } else {
            channel.write(new DefaultHttpContent(frame.content()));
        }
        return first;
    }

    /** For how long nothing was written. */
    long quiet(long now) {
        return now - writtenAt;
    }

    /** Heartbeats of connections that were opened together shall not fall together. */
    void spread(long nanos) {
        writtenAt -= nanos;
    }

    void flush() {
        if (!dirty) {
            return;
        }
        dirty = false;
        if (codec != null) {
            codec.flush();
        } else {
            channel.flush();
        }
    }

    /** Whether the socket takes more; when in doubt, it is given first what it has not been given yet. */
    boolean takesMore() {
        if (!channel.isWritable()) {
            flush();
        }
        return channel.isWritable();
    }

    /** Calls back on the event loop when the socket has taken everything; never when it is closed before. */
    void whenDrained(Runnable then) {
        var end = codec != null
                ? codec.writeAndFlush(Unpooled.EMPTY_BUFFER)
                : channel.writeAndFlush(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        end.addListener(written -> {
            if (written.isSuccess()) {
                then.run();
            }
        });
    }

    /** Bytes that wait in this process for the socket. */
    long waiting() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Without a word: for a client that does not listen. */
    void cut() {
        channel.close();
    }
}
