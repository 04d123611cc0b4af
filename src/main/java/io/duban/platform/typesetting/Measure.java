package io.duban.platform.typesetting;

import java.util.List;

/** Adds up how wide pieces are in a line: western words together take whole squares, spaces at the end none. */
final class Measure {

    private static final double NEARLY = 0.02;

    private double squares;
    private double give;
    private double western;
    private double trailing;
    private int pieces;
    private int visible;

    static Measure of(List<Piece> pieces) {
        var measure = new Measure();
        pieces.forEach(measure::add);
        return measure;
    }

    void add(Piece piece) {
        pieces++;
        if (piece.kind() == Piece.Kind.SPACE) {
            trailing += piece.width();
        } else if (piece.kind() == Piece.Kind.WORD) {
            western += trailing + piece.width();
            trailing = 0;
            visible = pieces;
        } else {
            squares = followed() + piece.width();
            give += piece.give();
            western = 0;
            trailing = 0;
            visible = pieces;
        }
    }

    /** As a line that ends here. */
    double width() {
        return squares + Math.ceil(western - NEARLY);
    }

    /** As the part of a line that goes on with a Chinese character. */
    double followed() {
        return squares + Math.ceil(western + trailing - NEARLY);
    }

    double narrowest() {
        return width() - give;
    }

    double give() {
        return give;
    }

    /** How wide the words at the end are by themselves. */
    double western() {
        return western;
    }

    int pieces() {
        return pieces;
    }

    /** How many pieces there are without the spaces at the end. */
    int visible() {
        return visible;
    }
}
