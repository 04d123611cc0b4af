package io.duban.platform.persistence;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollChannelOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection to the database that is dead without saying so: behind a firewall that forgot it, a cable that was pulled, a proxy whose other end is
 * gone. The driver waits on such a one for as long as TCP repeats itself, a quarter of an hour, and it goes back to the pool, where the next statement
 * waits behind the last.
 *
 * <p>Below, the kernel looks after what was sent and not confirmed, and asks the other end of an idle connection whether it is still there. Here is looked after what only
 * the server can confirm: no statement takes longer than its 3 s (see {@link ConnectionConfiguration}), so when something was sent and not a byte came for
 * {@link #LONGEST}, nobody is there to answer. Whoever waits is told that the connection is lost, and it can never be used again.
 */
final class Silence extends ChannelDuplexHandler {

    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final int IDLE_SECONDS = 10;
    private static final int BETWEEN_SECONDS = 5;
    private static final int QUESTIONS = 3;

    private final long longest;
    private boolean waiting;
    private boolean looking;
    private long since;

    Silence(Duration longest) {
        this.longest = longest.toNanos();
    }

    /** A channel that is not connected yet. Without epoll, the kernel's own times hold for what it looks after. */
    static <C extends Channel> C endsOn(C channel) {
        channel.config()
                .setOptions(Map.of(
                        EpollChannelOption.TCP_KEEPIDLE, IDLE_SECONDS,
                        EpollChannelOption.TCP_KEEPINTVL, BETWEEN_SECONDS,
                        EpollChannelOption.TCP_KEEPCNT, QUESTIONS,
                        EpollChannelOption.TCP_USER_TIMEOUT,
                                (int) TimeUnit.SECONDS.toMillis(IDLE_SECONDS + BETWEEN_SECONDS * QUESTIONS)));
        channel.pipeline().addLast(new Silence(LONGEST));
        return channel;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!waiting) {
            waiting = true;
            since = context.executor().ticker().nanoTime();
        }
        if (!looking) {
            looking = true;
            look(context, longest);
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        waiting = false;
        context.fireChannelRead(message);
    }

    /** One task at most, however many statements: a busy connection is looked at once in that time, an idle one never. */
    private void look(ChannelHandlerContext context, long nanos) {
        context.executor().schedule(() -> seen(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void seen(ChannelHandlerContext context) {
        var left = longest - (context.executor().ticker().nanoTime() - since);
        looking = waiting && context.channel().isActive();
        if (!looking) {
            return;
        }
        // Who does not read now has no right to complain of silence.
        if (left > 0 || !context.channel().config().isAutoRead()) {
            look(context, Math.max(left, longest / 8));
        } else {
            context.close();
        }
    }
}
