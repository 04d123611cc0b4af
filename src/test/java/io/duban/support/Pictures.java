package io.duban.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Photos for tests that care for what is said about them and not for what is on them. */
public final class Pictures {

    private Pictures() {}

    /** A picture nobody has sent before, without any word of when and where it was taken. */
    public static byte[] fresh() {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, UUID.randomUUID().hashCode());
        image.setRGB(32, 24, UUID.randomUUID().hashCode());
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
