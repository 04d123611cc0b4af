package io.duban.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures made on the spot; where there is a seed, the same one gives the same picture. */
public final class Pictures {

    private Pictures() {}

    /** One nobody has sent before, without any word of when and where it was taken. */
    public static byte[] fresh() {
        return jpeg(scene(UUID.randomUUID().getMostSignificantBits()), 0.8f);
    }

    /** A street as a child paints it: sky, ground, and twelve things of any colour and place. */
    public static BufferedImage scene(long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(random.nextInt(0x1000000)));
        graphics.fillRect(0, 0, 800, 200 + random.nextInt(250));
        for (int thing = 0; thing < 12; thing++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            int x = random.nextInt(700);
            int y = random.nextInt(500);
            if (random.nextBoolean()) {
                graphics.fillRect(x, y, 40 + random.nextInt(300), 40 + random.nextInt(300));
            } else {
                graphics.fillOval(x, y, 40 + random.nextInt(300), 40 + random.nextInt(300));
            }
        }
        graphics.dispose();
        return picture;
    }

    /** Nothing but noise, so that its file is as long as that of a real photo. */
    public static BufferedImage noise(int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    /** @param quality 0 to 1 */
    public static byte[] jpeg(BufferedImage picture, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
