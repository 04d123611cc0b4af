package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures as bytes, and words across them. */
final class Stamping {

    private static final int PNG_BYTES = 300_000;
    private static final float QUALITY = 0.85f;
    private static final Color INK = new Color(120, 120, 120, 70);
    private static final double SLANT = -Math.toRadians(24);

    private Stamping() {}

    /** PNG, which keeps letters sharp; JPEG when that would be a heavy load for a phone, as photos and scans are. */
    static byte[] encode(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.size() <= PNG_BYTES ? out.toByteArray() : jpeg(picture);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The picture with the words all over it, slanted, so that no part can be cut out without them. */
    static byte[] mark(Path file, String words) throws IOException, PaperFailure {
        var drawn = ImageIO.read(file.toFile());
        if (drawn == null) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        var picture = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = Canvas.smooth(picture);
        pen.drawImage(drawn, 0, 0, null);
        pen.setColor(INK);
        pen.rotate(SLANT, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        fill(pen, words, picture);
        pen.dispose();
        return encode(picture);
    }

    private static void fill(Graphics2D pen, String words, BufferedImage picture) throws IOException {
        double size = Math.max(14, picture.getWidth() / 34.0);
        double step = Words.width(words, false) * size + 3 * size;
        double reach = Math.hypot(picture.getWidth(), picture.getHeight());
        double left = (picture.getWidth() - reach) / 2;
        double top = (picture.getHeight() - reach) / 2;
        int row = 0;
        for (double y = top; y < top + reach; y += 5 * size) {
            for (double x = left - (row++ % 2) * step / 2; x < left + reach; x += step) {
                Words.draw(pen, words, x, y, size, false);
            }
        }
    }
}
