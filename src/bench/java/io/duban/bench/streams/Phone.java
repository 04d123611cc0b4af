package io.duban.bench.streams;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event stream: knows the last number it saw in everybody's channel and in its own, and the id a browser would come back with. Sizes of chunks are lines
 * that mean nothing to it, since every server here sends events in chunks of their own.
 */
final class Phone extends ChannelInboundHandlerAdapter {

    private static final byte[] ANSWERED = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final Tally tally;
    private final String path;
    private final String token;
    private final boolean deaf;
    private final Consumer<Phone> again;
    private long lastOfAll;
    private long lastOfOwn;
    private byte[] cursor = NOTHING;
    private byte[] rest = NOTHING;
    private int markAt;
    private boolean answered;
    private boolean left;
    private @Nullable Channel channel;

    /** @param again what to do when it is refused */
    Phone(Tally tally, String path, String token, boolean deaf, Consumer<Phone> again) {
        this.tally = tally;
        this.path = path;
        this.token = token;
        this.deaf = deaf;
        this.again = again;
    }

    @Override
    public boolean isSharable() {
        return true; // with its later self: it comes back on another connection
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        answered = false;
        left = false;
        rest = NOTHING;
        var head = new StringBuilder("GET ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n");
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (cursor.length > 0) {
            head.append("Last-Event-ID: ")
                    .append(new String(cursor, StandardCharsets.US_ASCII))
                    .append("\r\n");
        }
        context.writeAndFlush(Unpooled.copiedBuffer(head.append("\r\n"), StandardCharsets.US_ASCII));
    }

    boolean isDeaf() {
        return deaf;
    }

    /** Gone without a word, as in a tunnel whose other end is closed. */
    void drop() {
        left = true;
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (answered) {
            tally.open--;
        } else if (!left) {
            refused("closed without an answer");
        }
        tally.closed++;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var read = (ByteBuf) message;
        try {
            if (rest.length == 0) {
                take(context, read);
            } else {
                var whole = Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(rest), read.retainedSlice());
                try {
                    take(context, whole);
                } finally {
                    whole.release();
                }
            }
        } finally {
            read.release();
        }
    }

    private void take(ChannelHandlerContext context, ByteBuf bytes) {
        var now = Mark.now();
        var from = bytes.readerIndex();
        var end = bytes.writerIndex();
        var until = bytes.indexOf(from, end, (byte) '\n');
        while (until >= 0) {
            line(context, bytes, from, until, now);
            from = until + 1;
            until = bytes.indexOf(from, end, (byte) '\n');
        }
        rest = from == end ? NOTHING : ByteBufUtil.getBytes(bytes, from, end - from);
    }

    private void line(ChannelHandlerContext context, ByteBuf bytes, int from, int until, long now) {
        var length = until - from;
        if (length < 4) {
            return;
        }
        if (!answered && bytes.getByte(from) == 'H') {
            answer(context, bytes, from, length);
        } else if (bytes.getByte(from) == 'i' && bytes.getByte(from + 2) == ':') {
            cursor = ByteBufUtil.getBytes(bytes, from + 4, length - 4);
        } else if (bytes.getByte(from) == 'd' && bytes.getByte(from + 4) == ':') {
            event(bytes, from, length, now);
        }
    }

    private void answer(ChannelHandlerContext context, ByteBuf bytes, int from, int length) {
        var good = length >= ANSWERED.length
                && ByteBufUtil.equals(bytes, from, Unpooled.wrappedBuffer(ANSWERED), 0, ANSWERED.length);
        if (!good) {
            left = true;
            refused(bytes.toString(from, length, StandardCharsets.US_ASCII));
            context.close();
            return;
        }
        answered = true;
        tally.open++;
        tally.opened++;
        if (deaf) {
            context.channel().config().setAutoRead(false);
        }
    }

    private void event(ByteBuf bytes, int from, int length, long now) {
        if (length < Mark.LENGTH) {
            return;
        }
        if (markAt + Mark.LENGTH > length || !Mark.at(bytes, from + markAt)) {
            markAt = find(bytes, from, length);
        }
        if (markAt > 0) {
            count(bytes, from + markAt, now);
        }
    }

    private void refused(String how) {
        tally.refused++;
        System.err.println(how);
        again.accept(this);
    }

    private static int find(ByteBuf bytes, int from, int length) {
        for (int i = 0; i + Mark.LENGTH <= length; i++) {
            if (Mark.at(bytes, from + i)) {
                return i;
            }
        }
        return 0;
    }

    private void count(ByteBuf bytes, int mark, long now) {
        var of = Mark.channel(bytes, mark);
        var number = Mark.number(bytes, mark);
        tally.arrived(Mark.micros(bytes, mark), now);
        if (of == Mark.EVERYBODY) {
            tally.check(lastOfAll, number);
            lastOfAll = Math.max(lastOfAll, number);
        } else if (of == Mark.UNORDERED) {
            tally.arrivals.append(number).append(' ').append(now).append('\n');
        } else {
            tally.check(lastOfOwn, number);
            lastOfOwn = Math.max(lastOfOwn, number);
        }
    }
}
