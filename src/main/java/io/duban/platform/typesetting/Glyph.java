package io.duban.platform.typesetting;

/**
 * A character on a page.
 *
 * @param character with the accents and selectors that belong to it
 * @param stretch how wide it is drawn, where 1 is as the face has it
 * @param x of its left edge, in points from the left edge of the page
 * @param baseline in points from the upper edge of the page
 */
record Glyph(String character, Face face, double size, double stretch, double x, double baseline, Ink ink) {

    /** Whether the two are printed in one go. */
    boolean continues(Glyph before) {
        return face == before.face
                && size == before.size
                && stretch == before.stretch
                && baseline == before.baseline
                && ink == before.ink;
    }
}
