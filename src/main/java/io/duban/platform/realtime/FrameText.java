package io.duban.platform.realtime;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;

/**
 * The text of a frame while it is written, as the bytes it will be, after room for the size of its chunk. What it knows of JSON is what an event needs:
 * ids, numbers, times and strings, each as Jackson writes it, which {@code EnvelopesTests} holds it to. Not thread-safe.
 */
final class FrameText {

    /** The size of a chunk in hexadecimal digits, and the end of its line. */
    private static final int ROOM = Integer.BYTES * 2 + 2;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UPPER_HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_OF_A_CHAR = 6;
    private static final int LENGTH_OF_ID = 36;
    private static final int LENGTH_OF_TIME = 23;
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

    private byte[] bytes = new byte[1024];
    private int end = ROOM;

    void clear() {
        end = ROOM;
    }

    /** As it is, in UTF-8. */
    FrameText raw(String text) {
        reserve(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            i = character(text, i);
        }
        return this;
    }

    /** A string of JSON. */
    FrameText string(String text) {
        reserve(text.length() * LONGEST_OF_A_CHAR + 2);
        put('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                escape(c);
            } else {
                i = character(text, i);
            }
        }
        put('"');
        return this;
    }

    FrameText number(long number) {
        return raw(Long.toString(number));
    }

    FrameText id(UUID id) {
        reserve(LENGTH_OF_ID + 2);
        put('"');
        var high = id.getMostSignificantBits();
        var low = id.getLeastSignificantBits();
        hex(high >>> 32, 8).put('-').hex(high >>> 16, 4).put('-').hex(high, 4).put('-');
        hex(low >>> 48, 4).put('-').hex(low, 12);
        put('"');
        return this;
    }

    /** To the millisecond, with its offset. */
    FrameText time(OffsetDateTime time) {
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            return string(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        }
        reserve(LENGTH_OF_TIME + 2);
        put('"');
        decimal(time.getYear(), 4).put('-').decimal(time.getMonthValue(), 2).put('-');
        decimal(time.getDayOfMonth(), 2);
        put('T');
        decimal(time.getHour(), 2).put(':').decimal(time.getMinute(), 2).put(':');
        decimal(time.getSecond(), 2);
        fraction(time.getNano() / 1_000_000);
        raw(time.getOffset().getId());
        reserve(1);
        put('"');
        return this;
    }

    private void fraction(int millis) {
        if (millis != 0) {
            put('.');
            decimal(millis, 3);
            while (bytes[end - 1] == '0') {
                end--;
            }
        }
    }

    /** The whole chunk (RFC 9112 section 7.1); its bytes are overwritten by the next text. */
    Chunk chunk() {
        var length = end - ROOM;
        reserve(2);
        bytes[end] = '\r';
        bytes[end + 1] = '\n';
        var start = ROOM;
        bytes[--start] = '\n';
        bytes[--start] = '\r';
        for (int rest = length; rest != 0; rest >>>= 4) {
            bytes[--start] = HEX[rest & 15];
        }
        return new Chunk(bytes, start, end + 2 - start, ROOM - start, length);
    }

    /**
     * Where a chunk lies in a buffer.
     *
     * @param content where its text begins, counted from {@code start}
     * @param length of its text
     */
    record Chunk(byte[] bytes, int start, int size, int content, int length) {}

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> {
                put('u').put('0').put('0');
                bytes[end++] = UPPER_HEX[c >> 4];
                bytes[end++] = UPPER_HEX[c & 15];
            }
        }
    }

    /** Half of a pair without its other half becomes a question mark, as {@link String#getBytes} does it. Gives the index of what it wrote last. */
    private int character(String text, int at) {
        var c = text.charAt(at);
        if (c < 0x80) {
            bytes[end++] = (byte) c;
        } else if (c < 0x800) {
            bytes[end++] = (byte) (0xC0 | c >> 6);
            bytes[end++] = (byte) (0x80 | c & 0x3F);
        } else if (!Character.isSurrogate(c)) {
            bytes[end++] = (byte) (0xE0 | c >> 12);
            bytes[end++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[end++] = (byte) (0x80 | c & 0x3F);
        } else {
            var point = text.codePointAt(at);
            if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                put('?');
                return at;
            }
            bytes[end++] = (byte) (0xF0 | point >> 18);
            bytes[end++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[end++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[end++] = (byte) (0x80 | point & 0x3F);
            return at + 1;
        }
        return at;
    }

    private FrameText hex(long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[end++] = HEX[(int) (value >>> shift) & 15];
        }
        return this;
    }

    private FrameText decimal(int value, int digits) {
        var rest = value;
        for (int i = end + digits - 1; i >= end; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += digits;
        return this;
    }

    private FrameText put(char ascii) {
        bytes[end++] = (byte) ascii;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}
