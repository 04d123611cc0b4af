package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;

class ServerLoopsTests {

    @Test
    void followTheServerToNewLoops() {
        var first = LoopResources.create("first", 1, true);
        var second = LoopResources.create("second", 1, true);
        try {
            var server = new AtomicReference<>(first);
            var loops = new ServerLoops(server::get);
            assertThat(loops.onClient(false)).isSameAs(first.onClient(false));
            server.set(second);
            assertThat(loops.onClient(false)).isSameAs(second.onClient(false));
        } finally {
            first.dispose();
            second.dispose();
        }
    }
}
