package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.SocketChannel;
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

    /** Where the kernel's own times hold, a dead connection is found after a quarter of an hour, or never. */
    @Test
    void connectionsAreLookedAfterByTheKernelAndByUs() {
        assumeThat(Epoll.isAvailable()).isTrue();
        var own = LoopResources.create("own", 1, true);
        try {
            var loops = new ServerLoops(() -> own);
            var connection = loops.onChannel(SocketChannel.class, loops.onClient(true));

            assertThat(connection.config().getOption(EpollChannelOption.TCP_USER_TIMEOUT))
                    .isEqualTo(25_000);
            assertThat(connection.config().getOption(EpollChannelOption.TCP_KEEPIDLE))
                    .isEqualTo(10);
            assertThat(connection.config().getOption(EpollChannelOption.TCP_KEEPINTVL))
                    .isEqualTo(5);
            assertThat(connection.config().getOption(EpollChannelOption.TCP_KEEPCNT))
                    .isEqualTo(3);
            assertThat(connection.pipeline().get(Silence.class)).isNotNull();
        } finally {
            own.dispose();
        }
    }
}
