package io.duban.platform.pages.worker;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Which glyph each letter of a text object is drawn with: by number where the file says so, else by the letter. */
final class OfdGlyphs {

    private static final int MOST = 100_000;

    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Set<Integer> swallowed = new HashSet<>();

    OfdGlyphs(Element text, boolean embedded) {
        // Glyph numbers mean nothing in another font than the file's own.
        for (var change : embedded ? Xml.children(text, "CGTransform") : java.util.List.<Element>of()) {
            int from = (int) Xml.number(change, "CodePosition", 0);
            int codes = (int) Math.min(MOST, Xml.number(change, "CodeCount", 1));
            var glyphs = OfdNumbers.of(Xml.words(change, "Glyphs"));
            for (int i = 0; i < codes; i++) {
                if (i < glyphs.length) {
                    numbers.put(from + i, (int) glyphs[i]);
                } else {
                    swallowed.add(from + i);
                }
            }
        }
    }

    /** The font that has the letter: the file's, else ours. */
    Lettering drawnFrom(Lettering font, int position, int letter) throws IOException {
        boolean known = numbers.containsKey(position) || font.glyph(letter) != 0;
        return known ? font : Lettering.regular();
    }

    /** The glyph's number in that font; negative when several letters share one that is drawn already. */
    int glyph(Lettering font, int position, int letter) {
        if (swallowed.contains(position)) {
            return -1;
        }
        var number = numbers.get(position);
        return number == null ? font.glyph(letter) : number;
    }
}
