package io.duban.platform.typesetting;

/**
 * The lengths of GB/T 9704-2012, in points from the upper left corner of an A4 page.
 *
 * <p>The text area (版心) is filled from edge to edge: the first character touches its left and upper edge, the last
 * its right and lower one, so characters and lines stand a little nearer or wider than their size.
 */
final class Measures {

    static final double PAGE_WIDTH = mm(210);
    static final double PAGE_HEIGHT = mm(297);
    static final double LEFT = mm(28);
    static final double TOP = mm(37);
    static final double WIDTH = mm(156);
    static final double HEIGHT = mm(225);
    static final double RIGHT = LEFT + WIDTH;
    static final double BOTTOM = TOP + HEIGHT;

    /** Characters in a line, and lines on a page unless a page has to be set closer or wider. */
    static final int COLUMNS = 28;

    static final int LINES = 22;

    /** 3号, 2号 and 4号. */
    static final double TEXT = 16;

    static final double TITLE = 22;
    static final double SMALL = 14;

    /** From one character to the next. */
    static final double COLUMN = (WIDTH - TEXT) / (COLUMNS - 1);

    /** 一行, where the standard counts empty lines: a character and seven eighths of it. */
    static final double EMPTY_LINE = TEXT * 15 / 8;

    /** How far above the lower edge of their square characters stand. */
    static final double DESCENT = 0.12;

    private Measures() {}

    static double mm(double millimetres) {
        return millimetres * 72 / 25.4;
    }

    /** From one line to the next when a page has so many. */
    static double pitch(int lines) {
        return (HEIGHT - TEXT) / (lines - 1);
    }

    static double x(double column) {
        return LEFT + column * COLUMN;
    }

    /** The line on which characters stand whose squares begin at this height. */
    static double baseline(double top, double size) {
        return top + size * (1 - DESCENT);
    }
}
