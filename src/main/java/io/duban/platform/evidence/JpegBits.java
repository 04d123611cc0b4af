package io.duban.platform.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A JPEG as its bytes, and between two markers as its bits: a zero stuffed after each byte 255 is left out. Blocks, holding 64 KiB of the file. */
final class JpegBits {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int AT_LEAST = 32;

    private final InputStream in;
    private final byte[] bytes = new byte[64 * 1024];
    private int at;
    private int end;

    /** The next bits, the last of them lowest. */
    private long ahead;

    private int held;
    /** Zeros that stand in for what is not there, behind a marker or the end. */
    private int madeUp;

    JpegBits(InputStream in) {
        this.in = in;
    }

    /** The next byte of a header. */
    int next() throws IOException {
        if (!isThere(1)) {
            throw new EOFException();
        }
        return bytes[at++] & 255;
    }

    int nextShort() throws IOException {
        return next() << 8 | next();
    }

    void skip(int count) throws IOException {
        for (int left = count; left > 0; ) {
            if (!isThere(1)) {
                throw new EOFException();
            }
            int step = Math.min(left, end - at);
            at += step;
            left -= step;
        }
    }

    /** Forgets the bits of a scan: the next byte is that of the marker that ended it. */
    void align() {
        ahead = 0;
        held = 0;
        madeUp = 0;
    }

    /** Sees to it that 32 bits can be looked at and taken. */
    void fill() throws IOException {
        if (held >= AT_LEAST) {
            return;
        }
        if (end - at >= Integer.BYTES) {
            int four = (int) INTS.get(bytes, at);
            if (!holdsMarkerByte(four)) {
                ahead = ahead << 32 | four & 0xFFFF_FFFFL;
                held += 32;
                at += Integer.BYTES;
                return;
            }
        }
        while (held <= 56) {
            fillByte();
        }
    }

    private void fillByte() throws IOException {
        int bits = 0;
        if (isThere(2) && (bytes[at] != -1 || bytes[at + 1] == 0)) {
            bits = bytes[at] & 255;
            at += bits == 255 ? 2 : 1;
        } else if (isThere(1) && bytes[at] != -1) {
            bits = bytes[at++] & 255;
        } else {
            madeUp += 8;
        }
        ahead = ahead << 8 | bits;
        held += 8;
    }

    /** The next bits, at most 16 and without taking them. */
    int peek(int count) {
        return (int) (ahead >>> held - count) & (1 << count) - 1;
    }

    void take(int count) {
        held -= count;
    }

    /** Whether more bits were taken than there are. */
    boolean isOverrun() {
        return held < madeUp;
    }

    private static boolean holdsMarkerByte(int four) {
        return (~four - 0x0101_0101 & four & 0x8080_8080) != 0;
    }

    private boolean isThere(int count) throws IOException {
        while (end - at < count) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
            int more = in.read(bytes, end, bytes.length - end);
            if (more < 0) {
                return false;
            }
            end += more;
        }
        return true;
    }
}
