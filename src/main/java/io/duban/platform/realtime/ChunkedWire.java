package io.duban.platform.realtime;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * A stream over HTTP/1.1: frames are written below the codec, already chunked. Once it is open the request is over for everybody else, filters, security,
 * observation and operators, and is collected: they would keep thirty times what the stream itself needs. The connection is the stream's alone until it
 * is closed.
 */
final class ChunkedWire extends Wire {

    /** What the kernel keeps for a client that does not read; by itself it would take some megabytes. */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final ByteBuf LAST_CHUNK = Unpooled.unreleasableBuffer(
            Unpooled.directBuffer().writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    private final ChannelHandlerContext codec;

    ChunkedWire(Channel channel, ChannelHandlerContext codec) {
        super(channel);
        this.codec = codec;
    }

    @Override
    Mono<Void> open(ServerHttpResponse response, DataBuffer opening, Runnable opened, Runnable gone) {
        response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return Detachment.open(channel(), response, opening, () -> {
            channel().config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
            channel().closeFuture().addListener(closed -> gone.run());
            opened.run();
        });
    }

    @Override
    void put(Frame frame) {
        codec.write(frame.chunk(), codec.voidPromise());
    }

    @Override
    void push() {
        codec.flush();
    }

    @Override
    void whenDrained(Runnable then) {
        codec.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess()) {
                then.run();
            }
        });
    }

    @Override
    void end() {
        codec.writeAndFlush(LAST_CHUNK.duplicate()).addListener(ChannelFutureListener.CLOSE);
    }

    /** And without waiting for what the kernel still holds. Of one that is closed the number may be another socket's by now. */
    @Override
    void cut() {
        if (channel().isOpen()) {
            channel().config().setOption(ChannelOption.SO_LINGER, 0);
            channel().close();
        }
    }
}
