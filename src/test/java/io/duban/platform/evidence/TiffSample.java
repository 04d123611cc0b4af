package io.duban.platform.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Just enough of TIFF, little-endian: three directories, values behind them. */
final class TiffSample {

    private final List<byte[]> main = new ArrayList<>();
    private final List<byte[]> shutter = new ArrayList<>();
    private final List<byte[]> gps = new ArrayList<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private static final int VALUES_AT = 400;

    TiffSample main(int orientation) {
        main.add(ascii(0x010f, "Maker"));
        main.add(entry(0x0112, 3, 1, orientation));
        return this;
    }

    TiffSample shutter(String time, String offset) {
        shutter.add(ascii(0x9003, time));
        if (offset != null) {
            shutter.add(ascii(0x9011, offset));
        }
        return this;
    }

    TiffSample gps() {
        gps.add(entry(1, 2, 2, 'N'));
        gps.add(degrees(2, 30, 30));
        gps.add(entry(3, 2, 2, 'E'));
        gps.add(degrees(4, 114, 15));
        return this;
    }

    byte[] bytes() {
        main.add(entry(0x8769, 4, 1, 100));
        main.add(entry(0x8825, 4, 1, 200));
        var all = little(VALUES_AT + values.size());
        all.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        directory(all, 8, main);
        directory(all, 100, shutter);
        directory(all, 200, gps);
        return all.position(VALUES_AT).put(values.toByteArray()).array();
    }

    private static void directory(ByteBuffer all, int at, List<byte[]> entries) {
        all.position(at).putShort((short) entries.size());
        entries.forEach(all::put);
        all.putInt(0);
    }

    private byte[] ascii(int tag, String text) {
        return entry(tag, 2, text.length() + 1, kept((text + "\0").getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] degrees(int tag, int degrees, int minutes) {
        var numbers = little(24)
                .putInt(degrees)
                .putInt(1)
                .putInt(minutes)
                .putInt(1)
                .putInt(0)
                .putInt(1);
        return entry(tag, 5, 3, kept(numbers.array()));
    }

    private int kept(byte[] value) {
        int at = VALUES_AT + values.size();
        values.writeBytes(value);
        return at;
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return little(12)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
