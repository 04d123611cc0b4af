package io.duban.bench.streams;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What Netty alone can do: nobody is authenticated, nothing is looked up or kept, an event is made into bytes once and written to every channel of its loop.
 * Knows no back-pressure and no resuming. The lower bound, not a rival.
 */
public final class BareServer {

    private static final int WORKERS = 2;
    private static final int LARGEST = 64 * 1024;

    private final Map<EventLoop, Map<String, List<ChannelHandlerContext>>> listeners = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    private BareServer() {}

    /** On this port of the loopback address, for as long as somebody holds its input open. */
    public static void main(String[] arguments) throws IOException {
        var all = new BareServer();
        new ServerBootstrap()
                .group(
                        new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()),
                        new MultiThreadIoEventLoopGroup(WORKERS, EpollIoHandler.newFactory()))
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST), all.new Requests());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])))
                .syncUninterruptibly();
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private final class Requests extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var channel = request.uri().substring(request.uri().indexOf('=') + 1);
            if (request.method().equals(HttpMethod.POST)) {
                publish(channel, request.content().toString(StandardCharsets.US_ASCII));
                var done = new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.ACCEPTED, Unpooled.EMPTY_BUFFER);
                done.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
                context.writeAndFlush(done);
            } else {
                subscribe(context, channel);
            }
        }
    }

    private void subscribe(ChannelHandlerContext context, String name) {
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_EVENT_STREAM);
        HttpUtil.setTransferEncodingChunked(head, true);
        context.writeAndFlush(head);
        context.pipeline().remove(HttpObjectAggregator.class);
        var below = context.pipeline().context(HttpServerCodec.class);
        var ofLoop = listeners.computeIfAbsent(context.channel().eventLoop(), loop -> new HashMap<>());
        ofLoop.computeIfAbsent(name, first -> new ArrayList<>()).add(below);
        context.channel().closeFuture().addListener(gone -> ofLoop.get(name).remove(below));
    }

    private void publish(String name, String json) {
        var text = "id: %d\nevent: cn.gov.demo.hotline.ticket.dispatched.v1\ndata: %s\n\n"
                .formatted(ids.incrementAndGet(), json);
        var chunk = Unpooled.directBuffer(text.length() + 16);
        chunk.writeCharSequence(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n", StandardCharsets.US_ASCII);
        var frame = Unpooled.unreleasableBuffer(chunk);
        listeners.forEach((loop, ofLoop) -> loop.execute(() -> write(ofLoop.getOrDefault(name, List.of()), frame)));
    }

    private static void write(List<ChannelHandlerContext> all, ByteBuf frame) {
        all.forEach(one -> one.writeAndFlush(frame.duplicate(), one.voidPromise()));
    }
}
