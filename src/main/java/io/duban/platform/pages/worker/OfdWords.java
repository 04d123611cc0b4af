package io.duban.platform.pages.worker;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Collects the words of an OFD page, line by line from the top. */
final class OfdWords implements OfdPage.Visitor {

    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(double x, double y, double size, String words) {}

    @Override
    public void see(Element object, @Nullable Element layer, AffineTransform place) {
        if (!Xml.is(object, "TextObject")) {
            return;
        }
        double size = Xml.number(object, "Size", 4);
        for (var code : Xml.children(object, "TextCode")) {
            var at = place.transform(
                    new Point2D.Double(Xml.number(code, "X", 0), Xml.number(code, "Y", 0)), new Point2D.Double());
            pieces.add(new Piece(at.getX(), at.getY(), size, code.getTextContent()));
        }
    }

    String text() {
        var text = new StringBuilder();
        var line = new ArrayList<Piece>();
        pieces.sort(Comparator.comparingDouble(Piece::y));
        for (var piece : pieces) {
            if (!line.isEmpty() && piece.y() - line.get(0).y() > piece.size() / 2) {
                end(line, text);
            }
            line.add(piece);
        }
        end(line, text);
        return text.toString().strip();
    }

    private static void end(List<Piece> line, StringBuilder text) {
        line.sort(Comparator.comparingDouble(Piece::x));
        line.forEach(piece -> text.append(piece.words()));
        text.append('\n');
        line.clear();
    }
}
