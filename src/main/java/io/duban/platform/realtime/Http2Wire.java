package io.duban.platform.realtime;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * A stream over HTTP/2: a channel of its own on a connection it shares with others, whose writability follows its window. Frames are DATA, written below what
 * speaks HTTP/1.1 to the server; once it is open the request is let go of, as over HTTP/1.1, and ending it or cutting it leaves the connection alone.
 */
final class Http2Wire extends Wire {

    private final ChannelHandlerContext codec;

    Http2Wire(Channel stream, ChannelHandlerContext codec) {
        super(stream);
        this.codec = codec;
    }

    @Override
    Mono<Void> open(ServerHttpResponse response, DataBuffer opening, Runnable opened, Runnable gone) {
        return Detachment.open(channel(), response, opening, () -> {
            channel().closeFuture().addListener(closed -> gone.run());
            opened.run();
        });
    }

    @Override
    void put(Frame frame) {
        codec.write(new DefaultHttp2DataFrame(frame.content()), codec.voidPromise());
    }

    @Override
    void push() {
        codec.flush();
    }

    @Override
    void whenDrained(Runnable then) {
        codec.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.EMPTY_BUFFER)).addListener(written -> {
            if (written.isSuccess()) {
                then.run();
            }
        });
    }

    @Override
    void end() {
        codec.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.EMPTY_BUFFER, true))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** By RST_STREAM: what waits for its window is dropped, and the connection's other streams go on. */
    @Override
    void cut() {
        channel().close();
    }
}
