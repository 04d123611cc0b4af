package io.duban.platform.realtime;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A stream over anything else, as HTTP/1.0 is. The response stays open for as long as the stream lives, and what made it stays in memory. */
final class CodecWire extends Wire {

    private final Sinks.Empty<Void> ended = Sinks.empty();

    CodecWire(Channel channel) {
        super(channel);
    }

    @Override
    Mono<Void> open(ServerHttpResponse response, DataBuffer opening, Runnable opened, Runnable gone) {
        Mono<Mono<DataBuffer>> life = ended.asMono()
                .doOnSubscribe(begun -> opened.run())
                .doFinally(over -> gone.run())
                .then(Mono.empty());
        return response.writeAndFlushWith(Flux.concat(Mono.just(Mono.just(opening)), life));
    }

    @Override
    void put(Frame frame) {
        channel().write(new DefaultHttpContent(frame.content()));
    }

    @Override
    void push() {
        channel().flush();
    }

    @Override
    void whenDrained(Runnable then) {
        channel().writeAndFlush(new DefaultHttpContent(Unpooled.EMPTY_BUFFER)).addListener(written -> {
            if (written.isSuccess()) {
                then.run();
            }
        });
    }

    @Override
    void end() {
        ended.tryEmitEmpty();
    }

    @Override
    void cut() {
        channel().close();
        ended.tryEmitEmpty();
    }
}
