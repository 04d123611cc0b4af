package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageLayout;
import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** A picture as one page. Its pixels are counted before any of them is decoded. */
final class PicturePaper implements Paper {

    private static final long MOST_PIXELS = 50_000_000;
    private static final long MOST_DECODED_PIXELS = 8_000_000;
    private static final double MILLIMETRES_OF_WIDTH = 210;

    private final BufferedImage picture;

    PicturePaper(Path file) throws IOException, PaperFailure {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            picture = decoded(in);
        }
    }

    /** A picture inside a paper; null is never given, a broken one is {@link PaperFault#DAMAGED}. */
    static BufferedImage decoded(ImageInputStream in) throws IOException, PaperFailure {
        var readers = in == null ? null : ImageIO.getImageReaders(in);
        if (readers == null || !readers.hasNext()) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        var reader = readers.next();
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new PaperFailure(PaperFault.TOO_LARGE);
            }
            int step = 1;
            while ((long) width * height / ((long) step * step) > MOST_DECODED_PIXELS) {
                step++;
            }
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    @Override
    public PageLayout layout() {
        return PageLayout.FIXED;
    }

    @Override
    public List<PageSize> sizes() {
        return List.of(
                new PageSize(MILLIMETRES_OF_WIDTH, MILLIMETRES_OF_WIDTH * picture.getHeight() / picture.getWidth()));
    }

    @Override
    public String text(int page) {
        return "";
    }

    @Override
    public BufferedImage draw(int page, int width) throws PaperFailure {
        if (page > 0) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        var drawn = Canvas.blank(sizes().get(0), width);
        var pen = Canvas.smooth(drawn);
        // By halves: one step from large to small would leave lines out.
        var source = picture;
        while (source.getWidth() > 2 * width) {
            source = half(source);
        }
        pen.drawImage(source, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
        pen.dispose();
        return drawn;
    }

    private static BufferedImage half(BufferedImage source) {
        var half = new BufferedImage(
                source.getWidth() / 2, Math.max(1, source.getHeight() / 2), BufferedImage.TYPE_INT_ARGB);
        var pen = Canvas.smooth(half);
        pen.drawImage(source, 0, 0, half.getWidth(), half.getHeight(), null);
        pen.dispose();
        return half;
    }

    @Override
    public void close() {}
}
