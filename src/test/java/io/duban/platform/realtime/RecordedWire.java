package io.duban.platform.realtime;

import io.netty.channel.embedded.EmbeddedChannel;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** A wire that leads nowhere and counts what was written to it; one that fails where the test says so. */
final class RecordedWire extends Wire {

    boolean fails;
    boolean cut;
    boolean ended;
    int frames;

    RecordedWire(EmbeddedChannel channel) {
        super(channel);
    }

    @Override
    void put(Frame frame) {
        if (fails) {
            throw new OutOfMemoryError("no direct memory is left");
        }
        frames++;
    }

    @Override
    void cut() {
        cut = true;
    }

    @Override
    Mono<Void> open(ServerHttpResponse response, DataBuffer opening, Runnable opened, Runnable gone) {
        return Mono.empty();
    }

    @Override
    void push() {}

    @Override
    void whenDrained(Runnable then) {}

    @Override
    void end() {
        ended = true;
    }
}
