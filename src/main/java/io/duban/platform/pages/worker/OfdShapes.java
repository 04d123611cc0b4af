package io.duban.platform.pages.worker;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Paths in OFD's shorthand: S and M move, L draws a line, Q and B curves, A an arc, C closes. */
final class OfdShapes {

    private static final int MOST_STEPS = 500_000;

    private final Path2D path = new Path2D.Double();
    private final StringTokenizer words;

    private OfdShapes(String data, @Nullable String rule) {
        words = new StringTokenizer(data);
        path.setWindingRule("Even-Odd".equals(rule) ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        path.moveTo(0, 0);
    }

    static Shape of(@Nullable String data, @Nullable String rule) {
        var shapes = new OfdShapes(data == null ? "" : data, rule);
        try {
            shapes.read();
        } catch (java.util.NoSuchElementException | NumberFormatException broken) {
            // What was understood so far.
        }
        return shapes.path;
    }

    private void read() {
        for (int step = 0; step < MOST_STEPS && words.hasMoreTokens(); step++) {
            switch (words.nextToken()) {
                case "S", "M" -> path.moveTo(next(), next());
                case "L" -> path.lineTo(next(), next());
                case "Q" -> path.quadTo(next(), next(), next(), next());
                case "B" -> path.curveTo(next(), next(), next(), next(), next(), next());
                case "A" -> arc(next(), next(), Math.toRadians(next()), next() != 0, next() != 0, next(), next());
                case "C" -> path.closePath();
                default -> {}
            }
        }
    }

    private double next() {
        return Double.parseDouble(words.nextToken());
    }

    // From end points to a centre, as SVG's implementation notes (F.6.5) do it: OFD's arcs are the same.
    private void arc(double rx, double ry, double turn, boolean large, boolean clockwise, double x, double y) {
        var from = path.getCurrentPoint();
        double dx = (from.getX() - x) / 2;
        double dy = (from.getY() - y) / 2;
        double x1 = Math.cos(turn) * dx + Math.sin(turn) * dy;
        double y1 = -Math.sin(turn) * dx + Math.cos(turn) * dy;
        double grow = Math.sqrt(Math.max(1, x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry)));
        double a = rx * grow;
        double b = ry * grow;
        if (!(a > 0 && b > 0) || Double.isInfinite(a + b)) {
            path.lineTo(x, y);
            return;
        }
        double under = a * a * y1 * y1 + b * b * x1 * x1;
        double factor = under == 0 ? 0 : Math.sqrt(Math.max(0, (a * a * b * b - under) / under));
        factor = large == clockwise ? -factor : factor;
        double cx = factor * a * y1 / b;
        double cy = -factor * b * x1 / a;
        double start = Math.toDegrees(Math.atan2((y1 - cy) / b, (x1 - cx) / a));
        double end = Math.toDegrees(Math.atan2((-y1 - cy) / b, (-x1 - cx) / a));
        double extent = (end - start) % 360;
        extent = clockwise && extent < 0 ? extent + 360 : !clockwise && extent > 0 ? extent - 360 : extent;
        var round = new Arc2D.Double(-a, -b, 2 * a, 2 * b, -start, -extent, Arc2D.OPEN);
        var place = new AffineTransform();
        place.translate(
                Math.cos(turn) * cx - Math.sin(turn) * cy + (from.getX() + x) / 2,
                Math.sin(turn) * cx + Math.cos(turn) * cy + (from.getY() + y) / 2);
        place.rotate(turn);
        path.append(round.getPathIterator(place), true);
    }
}
