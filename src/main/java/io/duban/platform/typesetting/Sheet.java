package io.duban.platform.typesetting;

import io.duban.platform.typesetting.Line.Place;
import java.util.ArrayList;
import java.util.List;

/** A page as it fills. */
final class Sheet {

    private final Typecase typecase;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    Sheet(Typecase typecase) {
        this.typecase = typecase;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Rule> rules() {
        return rules;
    }

    void rule(double left, double right, double y, double thickness, Ink ink) {
        rules.add(new Rule(left, right, y, thickness, ink));
    }

    /** A line of the text, in the grid of the text area. */
    void text(Line line, double top) {
        line(line, Type.TEXT, Measures.LEFT, top, Measures.COLUMN);
    }

    /** @param pitch from one square to the next */
    void line(Line line, Type type, double left, double top, double pitch) {
        var baseline = Measures.baseline(top, type.size());
        line.places().forEach(place -> piece(place, type, left + place.column() * pitch, baseline, pitch));
    }

    private void piece(Place place, Type type, double left, double baseline, double pitch) {
        var piece = place.piece();
        var x = left;
        for (var character : clusters(piece.text())) {
            var width = typecase.width(character.codePointAt(0), piece.face());
            glyphs.add(glyph(character, piece, width, type, x, baseline));
            x += pitch * (piece.kind() == Piece.Kind.WORD ? width : 1);
        }
    }

    // A mark that a face draws narrower than its square goes to the side where it belongs; a dash must touch the next.
    private static Glyph glyph(String character, Piece piece, double width, Type type, double x, double baseline) {
        if (character.equals("—") && width > 0) {
            return new Glyph(character, piece.face(), type.size(), 1 / width, x, baseline, type.ink());
        }
        var empty = piece.isWestern() ? 0 : Math.max(0, 1 - width) * type.size();
        var shift = switch (piece.kind()) {
            case OPENING -> empty;
            case HAN -> empty / 2;
            default -> 0.0;
        };
        return new Glyph(character, piece.face(), type.size(), 1, x + shift, baseline, type.ink());
    }

    void glyph(Glyph glyph) {
        glyphs.add(glyph);
    }

    private static List<String> clusters(String text) {
        var clusters = new ArrayList<String>();
        var from = 0;
        for (var at = Character.charCount(text.codePointAt(0)); at < text.length(); ) {
            var next = text.codePointAt(at);
            if (!Piece.joins(next)) {
                clusters.add(text.substring(from, at));
                from = at;
            }
            at += Character.charCount(next);
        }
        clusters.add(text.substring(from));
        return clusters;
    }

    /** The size and ink of a line; the faces come with its pieces. */
    record Type(double size, Ink ink) {

        static final Type TEXT = new Type(Measures.TEXT, Ink.BLACK);
    }
}
