package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** White paper of a bounded number of pixels. */
final class Canvas {

    private static final double LONGEST_MILLIMETRES = 5_100; // what a PDF may have: 14,400 points
    private static final double MOST_RATIO = 10;

    private Canvas() {}

    /** How high the picture of a page is; a page that is no page is {@link PaperFault#TOO_LARGE}. */
    static int height(PageSize size, int width) throws PaperFailure {
        double ratio = size.height() / size.width();
        boolean sensible = size.width() > 1
                && size.height() > 1
                && Math.max(size.width(), size.height()) <= LONGEST_MILLIMETRES
                && ratio <= MOST_RATIO
                && ratio >= 1 / MOST_RATIO;
        if (!sensible) {
            throw new PaperFailure(PaperFault.TOO_LARGE);
        }
        return Math.max(1, (int) Math.round(width * ratio));
    }

    static BufferedImage blank(PageSize size, int width) throws PaperFailure {
        var picture = new BufferedImage(width, height(size, width), BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.dispose();
        return picture;
    }

    /** A smooth pen whose unit is one millimetre of the page. */
    static Graphics2D pen(BufferedImage picture, PageSize size) {
        var pen = smooth(picture);
        pen.scale(picture.getWidth() / size.width(), picture.getHeight() / size.height());
        return pen;
    }

    static Graphics2D smooth(BufferedImage picture) {
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.setColor(Color.BLACK);
        return pen;
    }
}
