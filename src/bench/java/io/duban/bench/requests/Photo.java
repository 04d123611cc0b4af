package io.duban.bench.requests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * A JPEG of 5 MB. What is missing follows behind the picture's end, where decoders stop.
 *
 * @param sha256 in hexadecimal digits
 */
record Photo(byte[] bytes, String sha256) {

    private static final int BYTES = 5 * 1024 * 1024;

    /** Noise compresses badly: fewer pixels make 5 MB than of a street. */
    static Photo noise() {
        var random = new Random(1);
        return of(
                2_000,
                3_000,
                0.75f,
                (x, y) -> (x * 255 / 2_000 << 16 | y * 255 / 3_000 << 8) ^ random.nextInt(0x404040) & 0x3f3f3f);
    }

    /** As a telephone's camera makes them: 12 megapixels, large shapes, texture that gets fainter the finer it is, and a little noise of the sensor. */
    static Photo camera() {
        var texture = new Texture(new Random(1), 4_000, 3_000);
        return of(4_000, 3_000, 0.95f, texture);
    }

    private static Photo of(int width, int height, float quality, IntBinaryOperator colours) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, colours.applyAsInt(x, y));
            }
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new ByteArrayOutputStream();
                var to = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, null), how);
            to.flush();
            var bytes = Arrays.copyOf(out.toByteArray(), Math.max(BYTES, out.size()));
            return new Photo(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        } finally {
            writer.dispose();
        }
    }

    byte[] first(int count) {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
}
