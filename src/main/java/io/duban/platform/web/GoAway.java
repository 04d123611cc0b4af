package io.duban.platform.web;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * Tells clients of HTTP/2 to take another connection for their next request, which {@code Connection: close} tells those of HTTP/1.1. The server says it by
 * itself when it closes its door, whatever is in work then; and there are clients, that of the JDK before 24 among them (JDK-8335181), which give up what they wait for when they
 * hear it. So a connection is told as soon as nothing is in work on it.
 */
@Component
class GoAway implements NettyServerCustomizer {

    private final Set<ChannelGroup> connections = ConcurrentHashMap.newKeySet();

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnBind(config -> {
            var kept = config.channelGroup();
            if (kept != null) {
                connections.add(kept);
            }
        });
    }

    /** Tells all that are open, each as soon as nothing is in work on it; done when all were told, or are gone. */
    Mono<Void> tell() {
        return Flux.fromIterable(connections)
                .flatMapIterable(group -> group)
                .flatMap(GoAway::tell, Integer.MAX_VALUE) // none waits for another to be quiet
                .then();
    }

    private static Mono<Void> tell(Channel channel) {
        return Mono.create(told -> channel.eventLoop().execute(() -> {
            var codec = channel.pipeline().get(Http2FrameCodec.class);
            if (codec == null) {
                told.success();
                return;
            }
            channel.closeFuture().addListener(closed -> told.success());
            whenQuiet(codec.connection(), () -> {
                channel.writeAndFlush(lastWord());
                told.success();
            });
        }));
    }

    /** What was sent meanwhile is still answered: no last stream is named (RFC 9113 section 6.8). */
    private static Http2GoAwayFrame lastWord() {
        return new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR).setExtraStreamIds(Integer.MAX_VALUE);
    }

    private static void whenQuiet(Http2Connection connection, Runnable then) {
        if (connection.numActiveStreams() == 0) {
            then.run();
            return;
        }
        connection.addListener(new Http2ConnectionAdapter() {
            @Override
            public void onStreamClosed(Http2Stream stream) {
                if (connection.numActiveStreams() == 0 && !connection.goAwaySent()) {
                    then.run();
                }
            }
        });
    }
}
