package io.duban.platform.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What is never divided: a Chinese character, a mark, a pair of dashes or dots, a western word.
 *
 * @param width in characters
 */
record Piece(String text, double width, Kind kind, Face face) {

    private static final String CLOSING = "，。、；：）》〉」』】〕〗”’";
    private static final String NEVER_FIRST = CLOSING + "？！％‰℃·～－々.,;:!?)]}%";
    private static final String OPENING = "（《〈「『【〔〖“‘";
    private static final String NEVER_LAST = OPENING + "([{￥＄＃№";
    private static final int LONGEST_WORD = 24;

    /** How it stands in the line. */
    enum Kind {
        HAN,
        /** Half of its square is empty, and may be left out. */
        OPENING,
        CLOSING,
        WORD,
        SPACE
    }

    boolean mayBeFirst() {
        return kind != Kind.SPACE && NEVER_FIRST.indexOf(text.codePointAt(0)) < 0;
    }

    boolean mayBeLast() {
        return NEVER_LAST.indexOf(text.codePointBefore(text.length())) < 0;
    }

    boolean isWestern() {
        return kind == Kind.WORD || kind == Kind.SPACE;
    }

    /** How much narrower it can become. */
    double give() {
        return kind == Kind.OPENING || kind == Kind.CLOSING ? 0.5 : 0;
    }

    /** The pieces of a paragraph, in order and complete. */
    static List<Piece> of(String text, Face face, IntToDoubleFunction width) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < text.length()) {
            var end = end(text, at);
            pieces.add(piece(text.substring(at, end), face, width));
            at = end;
        }
        return pieces;
    }

    private static Piece piece(String text, Face face, IntToDoubleFunction width) {
        var first = text.codePointAt(0);
        if (isSpace(first)) {
            return new Piece(text, 0.5, Kind.SPACE, face);
        }
        if (isWestern(first)) {
            return new Piece(text, text.codePoints().mapToDouble(width).sum(), Kind.WORD, face);
        }
        var squares = text.codePoints().filter(c -> !joins(c)).count();
        return new Piece(text, Math.max(1, squares), kind(first), face);
    }

    private static Kind kind(int character) {
        if (CLOSING.indexOf(character) >= 0) {
            return Kind.CLOSING;
        }
        return OPENING.indexOf(character) >= 0 ? Kind.OPENING : Kind.HAN;
    }

    private static int end(String text, int from) {
        var first = text.codePointAt(from);
        var end = from + Character.charCount(first);
        while (end < text.length() && goesOn(text, from, first, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean goesOn(String text, int from, int first, int at) {
        var next = text.codePointAt(at);
        if (isWestern(first)) {
            return isWestern(next) && at - from < LONGEST_WORD;
        }
        var isPair = (first == '—' || first == '…') && next == first && at - from < 2;
        return isPair || joins(next);
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || character == 0xa0;
    }

    static boolean isWestern(int character) {
        return character > ' ' && character < 0x2000 && character != 0xb7 && character != 0xa0 && !joins(character);
    }

    /** Accents, variation selectors and the like stand on what is before them. */
    static boolean joins(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
