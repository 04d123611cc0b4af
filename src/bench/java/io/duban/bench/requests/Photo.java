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
import javax.imageio.ImageIO;

/**
 * A JPEG of 5 MB.
 *
 * @param sha256 in hexadecimal digits
 */
record Photo(byte[] bytes, String sha256) {

    private static final int BYTES = 5 * 1024 * 1024;
    private static final int WIDTH = 2_000;
    private static final int HEIGHT = 3_000;

    /** Noise compresses badly: fewer pixels make 5 MB than of a street. What is missing follows behind the picture's end, where decoders stop. */
    static Photo noise() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(
                        x, y, (x * 255 / WIDTH << 16 | y * 255 / HEIGHT << 8) ^ random.nextInt(0x404040) & 0x3f3f3f);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", out);
            var bytes = Arrays.copyOf(out.toByteArray(), Math.max(BYTES, out.size()));
            return new Photo(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    byte[] first(int count) {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
}
