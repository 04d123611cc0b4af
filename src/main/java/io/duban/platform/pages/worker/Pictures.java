package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures inside pages: decoded only when drawn, so that a paper of a thousand pictures holds one at a time. */
final class Pictures {

    private Pictures() {}

    static void draw(Graphics2D pen, byte[] bytes, Rectangle2D place) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            draw(pen, PicturePaper.decoded(in), place);
        } catch (PaperFailure | RuntimeException unreadable) {
            // A paper is read for its words; a broken picture leaves its place empty.
        }
    }

    static void draw(Graphics2D pen, BufferedImage picture, Rectangle2D place) {
        var before = pen.getTransform();
        pen.translate(place.getX(), place.getY());
        pen.scale(place.getWidth() / picture.getWidth(), place.getHeight() / picture.getHeight());
        pen.drawImage(picture, 0, 0, null);
        pen.setTransform(before);
    }
}
