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
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final float QUALITY = 0.95f;

    /** As a telephone's camera makes them: 12 megapixels, large shapes, texture that gets fainter the finer it is, and a little noise of the sensor. */
    static Photo camera() {
        var texture = new Texture(new Random(1), WIDTH, HEIGHT);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, texture.rgb(x, y));
            }
        }
        return of(picture);
    }

    private static Photo of(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new ByteArrayOutputStream();
                var to = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
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
