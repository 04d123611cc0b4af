package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Draws a seal's picture where it was set, or its cut part for a seal over the edges of several pages (骑缝章). */
final class OfdStamp {

    private static final int PIXELS = 600;

    private OfdStamp() {}

    static void draw(Graphics2D pen, OfdSeals.Stamp stamp, OfdSeals.@Nullable Picture picture)
            throws IOException, PaperFailure {
        var box = stamp.boundary();
        if (picture == null || box.length < 4) {
            return;
        }
        var place = new Rectangle2D.Double(box[0], box[1], box[2], box[3]);
        var clip = stamp.clip();
        var before = pen.getClip();
        if (clip.length >= 4) {
            pen.clip(new Rectangle2D.Double(box[0] + clip[0], box[1] + clip[1], clip[2], clip[3]));
        }
        if (picture.type().equalsIgnoreCase("ofd")) {
            vector(pen, picture.bytes(), place);
        } else {
            Pictures.draw(pen, picture.bytes(), place);
        }
        pen.setClip(before);
    }

    // A seal may be a small OFD of its own. It has no seals in turn: the archive inside is opened once, not again and
    // again.
    private static void vector(Graphics2D pen, byte[] bytes, Rectangle2D place) throws IOException, PaperFailure {
        var file = Files.createTempFile("seal", ".ofd");
        try {
            Files.write(file, bytes);
            picture(pen, file, place);
        } catch (PaperFailure | RuntimeException unreadable) {
            // The finding tells of the seal; its place stays empty.
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void picture(Graphics2D pen, Path file, Rectangle2D place) throws IOException, PaperFailure {
        try (var seal = OfdPaper.openWithoutSeals(file)) {
            Pictures.draw(pen, withoutPaper(seal.draw(0, PIXELS)), place);
        }
    }

    // Ink only: the words below a seal must stay readable.
    private static BufferedImage withoutPaper(BufferedImage drawn) {
        var ink = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int color = drawn.getRGB(x, y);
                int light = Math.min(color & 255, Math.min(color >> 8 & 255, color >> 16 & 255));
                ink.setRGB(x, y, color & 0xffffff | 255 - light << 24);
            }
        }
        return ink;
    }
}
