package io.duban.platform.pages.worker;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one font as outlines, one unit high and upside up. The system's own fonts are never asked, because a server often has none,
 * and pages must look the same everywhere.
 */
final class Lettering {

    private static final int OPEN_TYPE = 0x4f54544f;
    private static final int MOST_KEPT = 5_000;
    private static final Path2D NOTHING = new Path2D.Double();
    private static @Nullable Lettering regular;
    private static @Nullable Lettering bold;

    private final TrueTypeFont font;
    private final @Nullable CmapLookup letters;
    private final double unitsPerEm;
    private final Map<Integer, Path2D> kept = new HashMap<>();

    private Lettering(TrueTypeFont font, @Nullable CmapLookup letters) throws IOException {
        this.font = font;
        this.letters = letters;
        this.unitsPerEm = Math.max(16, font.getUnitsPerEm());
    }

    /** Noto Sans SC, which comes with the product: 30,000 Chinese characters and the European alphabets. */
    static synchronized Lettering regular() throws IOException {
        if (regular == null) {
            regular = ours("Regular");
        }
        return regular;
    }

    static synchronized Lettering bold() throws IOException {
        if (bold == null) {
            bold = ours("Bold");
        }
        return bold;
    }

    /** A font that a file brings along; an unusable one is an exception of any kind. */
    static Lettering of(byte[] bytes) throws IOException {
        boolean open = bytes.length > 4
                && (((bytes[0] & 255) << 24) | ((bytes[1] & 255) << 16) | ((bytes[2] & 255) << 8) | (bytes[3] & 255))
                        == OPEN_TYPE;
        var font = open
                ? new OTFParser(true).parse(new RandomAccessReadBuffer(bytes))
                : new TTFParser(true).parse(new RandomAccessReadBuffer(bytes));
        CmapLookup letters = null;
        try {
            letters = font.getUnicodeCmapLookup(false);
        } catch (IOException noTable) {
            // Glyphs can still be named by number.
        }
        return new Lettering(font, letters);
    }

    private static Lettering ours(String weight) throws IOException {
        try (var file = Lettering.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf")) {
            if (file == null) {
                throw new FileNotFoundException("the font of the pages");
            }
            return of(file.readAllBytes());
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** The number of the letter's glyph; 0 when the font has none. */
    int glyph(int codePoint) {
        return letters == null ? 0 : letters.getGlyphId(codePoint);
    }

    /** How far the next letter stands, in heights of this one. */
    double advance(int codePoint) {
        try {
            return font.getAdvanceWidth(glyph(codePoint)) / unitsPerEm;
        } catch (IOException | RuntimeException broken) {
            return codePoint < 0x100 ? 0.5 : 1;
        }
    }

    /** The glyph with its foot on 0, growing towards negative y as pictures do; nothing when it is broken. */
    Path2D outline(int glyph) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(glyph, this::drawn);
    }

    private Path2D drawn(int glyph) {
        try {
            var path = path(glyph);
            path.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm));
            return path;
        } catch (IOException | RuntimeException broken) {
            return NOTHING;
        }
    }

    private GeneralPath path(int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript() && open.isSupportedOTF()) {
            var cff = open.getCFF().getFont();
            int number = cff.getCharset() != null && cff.getCharset().isCIDFont()
                    ? cff.getCharset().getCIDForGID(glyph)
                    : glyph;
            return (GeneralPath) cff.getType2CharString(number).getPath().clone();
        }
        var outlines = font.getGlyph();
        var found = outlines == null ? null : outlines.getGlyph(glyph);
        return found == null ? new GeneralPath() : (GeneralPath) found.getPath().clone();
    }
}
