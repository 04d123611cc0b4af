package io.duban.platform.evidence;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * The picture shown for a photo whose pixels cannot be read. Its few characters are drawn stroke by stroke, because a
 * server image often has no fonts at all, let alone Chinese ones.
 */
final class Placeholder {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int CELL = 48;
    private static final Color PAPER = new Color(0xEEF0F2);
    private static final Color INK = new Color(0x5B6470);

    // Each stroke is "x,y x,y …" on a grid of ten by ten.
    private static final Map<Character, String> STROKES = Map.of(
            'H', "2,1 2,9;8,1 8,9;2,5 8,5",
            'E', "8,1 2,1 2,9 8,9;2,5 7,5",
            'I', "5,1 5,9;3,1 7,1;3,9 7,9",
            'F', "8,1 2,1 2,9;2,5 7,5",
            '原',
                    "9,1 2,1 2,6 1,9;6,1.4 5.2,2.6;3.8,2.8 8.2,2.8 8.2,5.8 3.8,5.8 3.8,2.8;3.8,4.3 8.2,4.3;"
                            + "6,5.8 6,9.2 5.2,8.8;4.4,6.8 3.2,8.4;7.6,6.8 8.9,8.4",
            '图',
                    "1.2,1 8.8,1 8.8,9.2 1.2,9.2 1.2,1;4.6,1.9 2.6,4.2;4.2,2.8 7,2.8 2.4,6.2;3.8,3.4 7.8,6;"
                            + "4.6,6 6,6.7;3.8,7.2 6,8.2");

    private Placeholder() {}

    static BufferedImage saying(String words) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        try {
            pen.setColor(PAPER);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(INK);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.translate((WIDTH - CELL * words.length()) / 2.0, (HEIGHT - CELL) / 2.0);
            pen.scale(CELL / 10.0, CELL / 10.0);
            pen.setStroke(new BasicStroke(0.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            words.chars().forEach(character -> write((char) character, pen));
        } finally {
            pen.dispose();
        }
        return picture;
    }

    private static void write(char character, Graphics2D pen) {
        for (var stroke : STROKES.get(character).split(";")) {
            var path = new Path2D.Double();
            for (var point : stroke.split(" ")) {
                var numbers = point.split(",");
                double x = Double.parseDouble(numbers[0]);
                double y = Double.parseDouble(numbers[1]);
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            pen.draw(path);
        }
        pen.translate(10, 0);
    }
}
