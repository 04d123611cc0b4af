package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws the objects of an OFD page. A gradient or pattern is drawn in its first colour. */
final class OfdDrawing implements OfdPage.Visitor {

    private static final int MOST_LETTERS = 100_000;
    private static final double HAIRLINE = 0.353;

    private final Graphics2D pen;
    private final OfdResources resources;

    OfdDrawing(Graphics2D pen, OfdResources resources) {
        this.pen = pen;
        this.resources = resources;
    }

    @Override
    public void see(Element object, @Nullable Element layer, AffineTransform place) throws IOException, PaperFailure {
        var before = pen.getTransform();
        var composite = pen.getComposite();
        float alpha = (float) Math.min(255, Math.max(0, Xml.number(object, "Alpha", 255))) / 255;
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, alpha));
        pen.transform(place);
        switch (object.getLocalName()) {
            case "TextObject" -> text(object, layer);
            case "PathObject" -> path(object, layer);
            default -> picture(object);
        }
        pen.setComposite(composite);
        pen.setTransform(before);
    }

    private void text(Element object, @Nullable Element layer) throws IOException, PaperFailure {
        var font = resources.font(Xml.attribute(object, "Font"));
        double size = Xml.number(object, "Size", 4);
        double stretch = Xml.number(object, "HScale", 1);
        boolean slanted = "true".equals(Xml.attribute(object, "Italic"));
        var glyphs = new OfdGlyphs(object, resources.isEmbedded(font));
        pen.setColor(color(object, layer, "FillColor", Color.BLACK));
        int at = 0;
        double x = 0;
        double y = 0;
        for (var code : Xml.children(object, "TextCode")) {
            var letters = code.getTextContent().codePoints().limit(MOST_LETTERS).toArray();
            var right = OfdNumbers.distances(Xml.attribute(code, "DeltaX"), letters.length);
            var down = OfdNumbers.distances(Xml.attribute(code, "DeltaY"), letters.length);
            x = Xml.number(code, "X", x);
            y = Xml.number(code, "Y", y);
            double cursorX = x;
            double cursorY = y;
            for (int i = 0; i < letters.length; i++, at++) {
                var place = AffineTransform.getTranslateInstance(cursorX, cursorY);
                place.scale(size * stretch * squeezed(font, letters[i], right[i] / size), size);
                if (slanted) {
                    place.shear(-0.2, 0);
                }
                var drawnFrom = glyphs.drawnFrom(font, at, letters[i]);
                int glyph = glyphs.glyph(drawnFrom, at, letters[i]);
                if (glyph >= 0) {
                    pen.fill(drawnFrom.outline(glyph).createTransformedShape(place));
                }
                cursorX += right[i];
                cursorY += down[i];
            }
        }
    }

    // Another font than the author's may be wider than the room he left for a letter.
    private double squeezed(Lettering font, int letter, double room) throws IOException {
        double wide = resources.isEmbedded(font) ? 0 : font.advance(letter);
        return room > 0.2 && wide > room ? room / wide : 1;
    }

    private void path(Element object, @Nullable Element layer) {
        var shape = OfdShapes.of(Xml.words(object, "AbbreviatedData"), Xml.attribute(object, "Rule"));
        if ("true".equals(Xml.attribute(object, "Fill"))) {
            var color = color(object, layer, "FillColor", null);
            if (color != null) {
                pen.setColor(color);
                pen.fill(shape);
            }
        }
        if (!"false".equals(Xml.attribute(object, "Stroke"))) {
            pen.setColor(color(object, layer, "StrokeColor", Color.BLACK));
            pen.setStroke(stroke(object, layer));
            pen.draw(shape);
        }
    }

    private BasicStroke stroke(Element object, @Nullable Element layer) {
        float width = (float) Math.max(0, Xml.number(object, "LineWidth", parameter(object, layer, HAIRLINE)));
        var told = OfdNumbers.of(Xml.attribute(object, "DashPattern"));
        var dashes = new float[told.length];
        for (int i = 0; i < told.length; i++) {
            dashes[i] = (float) Math.max(0.05, told[i]);
        }
        return dashes.length == 0 || dashes.length > 16
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    private double parameter(Element object, @Nullable Element layer, double otherwise) {
        var parameters = parameters(object, layer);
        return parameters == null ? otherwise : Xml.number(parameters, "LineWidth", otherwise);
    }

    private @Nullable Element parameters(Element object, @Nullable Element layer) {
        var own = Xml.attribute(object, "DrawParam");
        return resources.thing(own != null || layer == null ? own : Xml.attribute(layer, "DrawParam"));
    }

    private void picture(Element object) throws IOException, PaperFailure {
        var bytes = resources.picture(Xml.attribute(object, "ResourceID"));
        if (bytes == null) {
            return;
        }
        // The matrix turns a square of one millimetre into the picture's place; without one it fills its boundary.
        var box = OfdNumbers.of(Xml.attribute(object, "Boundary"));
        boolean matrix = OfdNumbers.of(Xml.attribute(object, "CTM")).length == 6;
        var place = matrix || box.length < 4
                ? new Rectangle2D.Double(0, 0, 1, 1)
                : new Rectangle2D.Double(0, 0, box[2], box[3]);
        Pictures.draw(pen, bytes, place);
    }

    private @Nullable Color color(Element object, @Nullable Element layer, String which, @Nullable Color otherwise) {
        var own = Xml.child(object, which);
        var told = own == null ? Xml.child(parameters(object, layer), which) : own;
        if (told == null) {
            return otherwise;
        }
        var value = Xml.attribute(told, "Value");
        if (value == null) {
            var shade = Xml.children(told).stream().findFirst().orElse(null);
            var segment = Xml.child(shade, "Segment");
            var first = Xml.child(segment, "Color");
            value = first == null ? null : Xml.attribute(first, "Value");
        }
        double alpha = Math.min(255, Math.max(0, Xml.number(told, "Alpha", 255)));
        return color(value, resources.thing(Xml.attribute(told, "ColorSpace")), (int) alpha, otherwise);
    }

    private static @Nullable Color color(
            @Nullable String value, @Nullable Element space, int alpha, @Nullable Color otherwise) {
        var type = space == null ? "RGB" : String.valueOf(Xml.attribute(space, "Type"));
        var parts = OfdNumbers.of(value == null ? null : value.replace("#", ""));
        var levels = Arrays.stream(parts)
                .mapToInt(part -> (int) Math.min(255, Math.max(0, part)))
                .toArray();
        if (levels.length == 1 || type.equalsIgnoreCase("GRAY") && levels.length > 0) {
            return new Color(levels[0], levels[0], levels[0], alpha);
        }
        if (levels.length == 4) {
            int light = 255 - levels[3];
            return new Color(
                    (255 - levels[0]) * light / 255,
                    (255 - levels[1]) * light / 255,
                    (255 - levels[2]) * light / 255,
                    alpha);
        }
        return levels.length == 3 ? new Color(levels[0], levels[1], levels[2], alpha) : otherwise;
    }
}
