package io.duban.platform.pages.worker;

import java.util.List;

/** A piece of a text that has no pages of its own, in the order it is read. */
sealed interface Block {

    /** How a paragraph stands between the margins. */
    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A paragraph.
     *
     * @param runs its words; a line feed inside starts a new line
     * @param alignment between the margins
     * @param points the size of its letters
     * @param indent of the first line, in letters
     */
    record Paragraph(List<Run> runs, Alignment alignment, double points, double indent) implements Block {}

    /** Words that are all bold or all not. */
    record Run(String text, boolean bold) {}

    /** Cells by row; each cell holds its paragraphs' words. */
    record Table(List<List<String>> rows) implements Block {}

    /** A picture as its bytes, which may be broken. */
    record Picture(byte[] bytes) implements Block {}

    /** What follows starts on a new page. */
    record PageBreak() implements Block {}
}
