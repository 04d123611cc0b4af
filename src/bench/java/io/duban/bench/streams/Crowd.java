package io.duban.bench.streams;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tens of thousands of phones in a process of their own, so that their work is not counted as the server's. Does what its input says, a line for each order:
 * {@code open FIRST COUNT}, {@code deaf FIRST COUNT}, {@code drop}, {@code back}, {@code figures}, {@code arrivals}; tells how it stands every 10 ms.
 */
public final class Crowd {

    /** Connections that wait for their answer at the same time. */
    private static final int AT_ONCE = 256;

    /**
     * A source address has 28,000 ports for each server: they are chosen when it is known whom to connect to, and not when the address is bound, or else the crowds
     * of all servers and what the last ones left in TIME_WAIT would share them.
     */
    private static final int PHONES_OF_AN_ADDRESS = 8_000;

    private static final int AGAIN_MILLIS = 1_000;
    private static final int SMALL_WINDOW = 4096;
    private static final int READ = 16 * 1024;

    private final Tally tally = new Tally();
    private final List<String> requests;
    private final List<Phone> phones = new ArrayList<>();
    private final InetSocketAddress server;
    private final EventLoop loop;

    private Crowd(int port, List<String> requests, EventLoop loop) {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.requests = requests;
        this.loop = loop;
    }

    /** The server's port, and a file of paths, each with a token behind a tab where there is one. */
    public static void main(String[] arguments) throws IOException {
        var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        var crowd = new Crowd(Integer.parseInt(arguments[0]), Files.readAllLines(Path.of(arguments[1])), group.next());
        crowd.loop.scheduleAtFixedRate(crowd::tell, 10, 10, TimeUnit.MILLISECONDS);
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                var words = order.split(" ");
                crowd.loop.execute(() -> crowd.obey(words));
            }
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "open", "deaf" -> {
                var fresh = new ArrayList<Phone>();
                var first = Integer.parseInt(words[1]);
                for (int i = first; i < first + Integer.parseInt(words[2]); i++) {
                    var request = requests.get(i).split("\t");
                    fresh.add(new Phone(
                            tally,
                            request[0],
                            request.length > 1 ? request[1] : "",
                            words[0].equals("deaf"),
                            this::soon));
                }
                var from = phones.size();
                phones.addAll(fresh);
                connect(from, fresh);
            }
            case "drop" -> phones.forEach(Phone::drop);
            case "back" -> connect(0, phones);
            case "figures" -> say("figures " + tally.figures());
            case "arrivals" -> {
                say("arrivals " + tally.arrivals.toString().replace('\n', ','));
                tally.arrivals = new StringBuilder();
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void connect(int from, List<Phone> all) {
        var next = new AtomicInteger();
        for (int i = 0; i < Math.min(AT_ONCE, all.size()); i++) {
            connectNext(from, all, next);
        }
    }

    /** The next one comes when this one is connected: a real storm is a queue at the server's door too. */
    private void connectNext(int from, List<Phone> all, AtomicInteger next) {
        var index = next.getAndIncrement();
        if (index < all.size()) {
            connect(from + index, all.get(index)).addListener(done -> {
                loop.execute(() -> connectNext(from, all, next));
            });
        }
    }

    /** Whoever is refused tries again, as every client does. */
    private void soon(Phone refused) {
        loop.schedule(() -> connect(phones.indexOf(refused), refused), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private ChannelFuture connect(int index, Phone phone) {
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                // Else the kernel looks for a port that nobody has on any connection, while those of the dropped ones
                // still linger: half of this process's time.
                .option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ))
                .handler(phone);
        if (phone.isDeaf()) {
            bootstrap.option(ChannelOption.SO_RCVBUF, SMALL_WINDOW);
        }
        var source = new InetSocketAddress("127.0.0." + (2 + index / PHONES_OF_AN_ADDRESS), 0);
        return bootstrap.connect(server, source).addListener(done -> {
            if (!done.isSuccess()) {
                tally.refused++;
                System.err.println(done.cause());
                soon(phone);
            }
        });
    }

    private void tell() {
        say("standing %d %d %d %d %d"
                .formatted(tally.delivered, tally.open, tally.opened, tally.refused, tally.closed));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
