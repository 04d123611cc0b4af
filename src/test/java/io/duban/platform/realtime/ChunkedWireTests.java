package io.duban.platform.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChunkedWireTests {

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ServerSocket phone = listening();
    private Channel channel;
    private ChunkedWire wire;

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeEach
    void connect() throws InterruptedException {
        channel = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(phone.getLocalSocketAddress())
                .sync()
                .channel();
        ChannelHandlerContext codec = channel.pipeline().firstContext();
        wire = new ChunkedWire(channel, codec);
    }

    @AfterEach
    void end() throws IOException {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        phone.close();
    }

    @Test
    void isCutAtOnce() throws InterruptedException {
        cut();

        assertThat(channel.isOpen()).isFalse();
    }

    /** The client may have gone while its line was about to be cut; a fault here would end the beat of all lines of the lane. */
    @Test
    void mayBeCutWhenTheClientHasGoneAlready() throws InterruptedException {
        channel.close().sync();

        cut();

        assertThat(channel.isOpen()).isFalse();
    }

    private void cut() throws InterruptedException {
        channel.eventLoop().submit(wire::cut).sync();
    }
}
