package io.duban.platform.pages.worker;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;

/** Writes a line in our own letters. */
final class Words {

    private Words() {}

    /** How wide the words are, in heights of a letter. */
    static double width(String words, boolean bold) throws IOException {
        var letters = bold ? Lettering.bold() : Lettering.regular();
        return words.codePoints().mapToDouble(letters::advance).sum();
    }

    /** Writes them with their foot at y, in whatever unit and colour the pen has. */
    static void draw(Graphics2D pen, String words, double x, double y, double size, boolean bold) throws IOException {
        var letters = bold ? Lettering.bold() : Lettering.regular();
        double at = x;
        for (int letter : words.codePoints().toArray()) {
            var place = AffineTransform.getTranslateInstance(at, y);
            place.scale(size, size);
            pen.fill(letters.outline(letters.glyph(letter)).createTransformedShape(place));
            at += letters.advance(letter) * size;
        }
    }
}
