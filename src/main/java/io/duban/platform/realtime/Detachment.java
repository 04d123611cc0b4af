package io.duban.platform.realtime;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;

/**
 * Keeps the end of a stream's response from the client: the server believes that it has answered, and lets go of the request, while the response goes on.
 * Stands between the server's operations and its HTTP codec, for one response; any other answer than a stream passes.
 */
final class Detachment extends ChannelOutboundHandlerAdapter {

    private static final String NAME = "duban.detachment";

    private final Runnable detached;
    private boolean streaming;

    /** @param detached told on the event loop, when everything else of the response was written */
    private Detachment(Runnable detached) {
        this.detached = detached;
    }

    /** Answers with the head and the first bytes, and does not end. */
    static Mono<Void> open(Channel channel, ServerHttpResponse response, DataBuffer opening, Runnable detached) {
        return Mono.defer(() -> {
            channel.pipeline().addAfter(NettyPipeline.HttpTrafficHandler, NAME, new Detachment(detached));
            return response.writeAndFlushWith(Mono.just(Mono.just(opening)));
        });
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!(message instanceof LastHttpContent)) {
            streaming |= message instanceof HttpResponse head && isStream(head);
            context.write(message, promise);
            return;
        }
        if (streaming) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            context.flush();
            detached.run();
        } else {
            context.write(message, promise);
        }
        context.pipeline().remove(this);
    }

    private static boolean isStream(HttpResponse head) {
        var type = head.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
