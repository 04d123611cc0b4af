package io.duban.platform.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files made in code: photos with EXIF, archives, bombs. */
final class Samples {

    static final double LATITUDE = 30.5;
    static final double LONGITUDE = 114.25;

    private Samples() {}

    /** A JPEG of that size whose left half is red and right half blue, so that turning it shows. */
    static byte[] jpeg(int width, int height) {
        return drawn(width, height, "jpg");
    }

    static byte[] png(int width, int height) {
        return drawn(width, height, "png");
    }

    private static byte[] drawn(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return written(out -> ImageIO.write(image, format, out));
    }

    /** The JPEG with an APP1 segment behind its first marker. */
    static byte[] withExif(byte[] jpeg, byte[] tiff) {
        return written(out -> {
            out.write(jpeg, 0, 2);
            out.writeShort(0xffe1);
            out.writeShort(2 + 6 + tiff.length);
            out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
            out.write(tiff);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /** A complete EXIF block: camera, orientation, time, and the point 30°30′N 114°15′E. */
    static byte[] tiff(int orientation, String time, String offset) {
        return new Tiff().main(orientation).shutter(time, offset).gps().bytes();
    }

    /** A block of which nothing can be read. */
    static byte[] brokenTiff() {
        return ByteBuffer.wrap(tiff(6, "2026:11:20 09:30:00", null))
                .putInt(0, 0xdeadbeef)
                .array();
    }

    /** A block that says its first directory is far outside. */
    static byte[] halfBrokenTiff() {
        return ByteBuffer.wrap(tiff(6, "2026:11:20 09:30:00", null))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, 0x7fff0000)
                .array();
    }

    /** A PNG that consists of its header only and claims that size. */
    static byte[] pngHeader(int width, int height) {
        return written(out -> {
            out.writeLong(0x89504e470d0a1a0aL);
            chunk(
                    out,
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put(new byte[] {8, 2, 0, 0, 0})
                            .array());
            chunk(out, "IEND", new byte[0]);
        });
    }

    static byte[] pngWithExif(byte[] tiff) {
        var plain = png(8, 8);
        return written(out -> {
            out.write(plain, 0, 33);
            chunk(out, "eXIf", tiff);
            out.write(plain, 33, plain.length - 33);
        });
    }

    /** The boxes of a HEIF photo with an Exif item; its picture data is missing, since nothing here decodes it. */
    static byte[] heif(String brand, int width, int height, byte[] tiff) {
        byte[] head = box("ftyp", written(out -> out.writeBytes(brand + "\0\0\0\0mif1heic")));
        byte[] sized = box("ispe", written(out -> {
            out.writeInt(0);
            out.writeInt(width);
            out.writeInt(height);
        }));
        byte[] items = box("iinf", written(out -> {
            out.writeInt(0);
            out.writeShort(1);
            out.write(box("infe", written(entry -> {
                entry.writeInt(0x02000000);
                entry.writeShort(7);
                entry.writeShort(0);
                entry.writeBytes("Exif\0");
            })));
        }));
        byte[] properties = box("iprp", box("ipco", sized));
        int metaLength = 8 + 4 + items.length + properties.length + 8 + 22;
        int exifAt = head.length + metaLength + 8;
        byte[] locations = box("iloc", written(out -> {
            out.writeInt(0);
            out.writeShort(0x4400);
            out.writeShort(1);
            out.writeShort(7);
            out.writeShort(0);
            out.writeShort(1);
            out.writeInt(exifAt);
            out.writeInt(4 + tiff.length);
        }));
        return written(out -> {
            out.write(head);
            out.write(box("meta", written(meta -> {
                meta.writeInt(0);
                meta.write(items);
                meta.write(locations);
                meta.write(properties);
            })));
            out.write(box("mdat", written(data -> {
                data.writeInt(0);
                data.write(tiff);
            })));
        });
    }

    static byte[] zip(Map<String, byte[]> entries) {
        return written(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
        });
    }

    static byte[] docx(String documentXml) {
        return zip(Map.of("[Content_Types].xml", utf8("<Types/>"), "word/document.xml", utf8(documentXml)));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static byte[] box(String type, byte[] content) {
        return written(out -> {
            out.writeInt(8 + content.length);
            out.writeBytes(type);
            out.write(content);
        });
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var checked = new CRC32();
        checked.update(type.getBytes(StandardCharsets.US_ASCII));
        checked.update(content);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) checked.getValue());
    }

    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Just enough of TIFF, little-endian: three directories, values behind them. */
    private static final class Tiff {

        private final List<byte[]> main = new ArrayList<>();
        private final List<byte[]> shutter = new ArrayList<>();
        private final List<byte[]> gps = new ArrayList<>();
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();
        private static final int VALUES_AT = 400;

        Tiff main(int orientation) {
            main.add(ascii(0x010f, "Maker"));
            main.add(entry(0x0112, 3, 1, orientation));
            return this;
        }

        Tiff shutter(String time, String offset) {
            shutter.add(ascii(0x9003, time));
            if (offset != null) {
                shutter.add(ascii(0x9011, offset));
            }
            return this;
        }

        Tiff gps() {
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
}
