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
        return new TiffSample().main(orientation).shutter(time, offset).gps().bytes();
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
}
