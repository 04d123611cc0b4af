package io.duban.bench.streams;

import io.netty.buffer.ByteBuf;

/**
 * What an event of the benchmark says in its title, always in the same places: {@code bench-CCCCCC-SSSSSSSSS-MMMMMMMMMMMMMMMM}, the channel, the event's number in it,
 * counted from 1, and when it was sent, in microseconds since 1970.
 */
final class Mark {

    /** Everybody's channel. The others belong to a few phones each. */
    static final int EVERYBODY = 0;

    /** Of events whose order is not checked, since nobody knows it: what commands announced that ran side by side. */
    static final int UNORDERED = 999_999;

    static final int LENGTH = 39;

    private static final byte[] START = {'b', 'e', 'n', 'c', 'h', '-'};
    private static final int NUMBER = 13;
    private static final int TIME = 23;

    private Mark() {}

    static String text(int channel, long number, long micros) {
        return "bench-%06d-%09d-%016d".formatted(channel, number, micros);
    }

    /** The same in SQL, from expressions. */
    static String sql(String channel, String number) {
        return "'bench-' || lpad((%s)::text, 6, '0') || '-' || lpad((%s)::text, 9, '0') || '-' || (extract(epoch from clock_timestamp()) * 1000000)::bigint"
                .formatted(channel, number);
    }

    static boolean at(ByteBuf bytes, int index) {
        for (int i = 0; i < START.length; i++) {
            if (bytes.getByte(index + i) != START[i]) {
                return false;
            }
        }
        return true;
    }

    static int channel(ByteBuf bytes, int mark) {
        return (int) digits(bytes, mark + START.length, 6);
    }

    static long number(ByteBuf bytes, int mark) {
        return digits(bytes, mark + NUMBER, 9);
    }

    static long micros(ByteBuf bytes, int mark) {
        return digits(bytes, mark + TIME, 16);
    }

    private static long digits(ByteBuf bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + bytes.getByte(i) - '0';
        }
        return value;
    }

    /** Now, on the clock that all processes of this machine share. */
    static long now() {
        var instant = java.time.Instant.now();
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
