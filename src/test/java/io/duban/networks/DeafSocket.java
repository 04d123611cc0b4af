package io.duban.networks;

import io.duban.support.DemoDistrict;
import io.duban.support.TestTokens;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A stream's client at whose door every packet is thrown away from some moment on, acknowledgements included: what the product sees when a NAT has
 * forgotten a connection. It is done by the kernel, by a socket filter that lets nothing pass; no proxy in between could, since its kernel would
 * acknowledge. Linux only.
 */
final class DeafSocket implements AutoCloseable {

    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;
    private static final int PROGRAM_BYTES = 16; // struct sock_fprog: a length, and an aligned pointer
    private static final RawUnixChannelOption FILTER =
            new RawUnixChannelOption("SO_ATTACH_FILTER", SOL_SOCKET, SO_ATTACH_FILTER, PROGRAM_BYTES);
    private static final short RETURN = 0x06; // BPF_RET | BPF_K; with 0: keep no byte of the packet

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final StringBuffer text = new StringBuffer();
    private final Channel channel;

    DeafSocket(int port) throws InterruptedException {
        channel = new Bootstrap()
                .group(loops)
                .channel(EpollSocketChannel.class)
                .handler(new SimpleChannelInboundHandler<ByteBuf>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
                        text.append(bytes.toString(StandardCharsets.UTF_8));
                    }
                })
                .connect("127.0.0.1", port)
                .sync()
                .channel();
        channel.writeAndFlush(Unpooled.copiedBuffer(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(Office.STREAM, TestTokens.of(DemoDistrict.LEADER)),
                StandardCharsets.US_ASCII));
    }

    String text() {
        return text.toString();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    void turnDeaf() {
        var filter = Unpooled.directBuffer(8);
        try {
            filter.writeShortLE(RETURN).writeZero(6);
            var program = ByteBuffer.allocate(PROGRAM_BYTES).order(ByteOrder.nativeOrder());
            program.putShort(0, (short) 1).putLong(8, filter.memoryAddress());
            channel.config().setOption(FILTER, program);
        } finally {
            filter.release(); // the kernel has its own copy
        }
    }

    @Override
    public void close() {
        channel.close();
        loops.shutdownGracefully();
    }
}
