package io.duban.platform.typesetting;

import io.duban.platform.typesetting.Line.Place;
import java.util.ArrayList;
import java.util.List;

/** Turns text into pieces and lines, with the widths of the faces at hand. */
final class Typist {

    private final Typecase typecase;

    Typist(Typecase typecase) {
        this.typecase = typecase;
    }

    List<Piece> pieces(String text, Face face) {
        return Piece.of(text, face, character -> typecase.width(character, face));
    }

    /** Broken to the width of the text area. */
    List<Line> lines(List<Piece> pieces, double first, double rest) {
        return new LineBreaking(Measures.COLUMNS, first, rest).lines(pieces);
    }

    /** One line as it comes, western words as wide as they are. */
    Line line(String text, Face face) {
        var places = new ArrayList<Place>();
        var column = 0.0;
        for (var piece : pieces(text, face)) {
            places.add(new Place(piece, column, piece.width()));
            column += piece.width();
        }
        return new Line(places);
    }

    /** One line in the grid: western words take whole squares. */
    Line inGrid(String text, Face face) {
        return new LineBreaking(Double.MAX_VALUE, 0, 0)
                .lines(pieces(text, face))
                .get(0);
    }
}
