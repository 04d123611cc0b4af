package io.duban.platform.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The faces, each read when it is first wanted; used by one paper at a time. */
final class Typecase {

    /** What is printed where no face has the character. */
    static final int MISSING = '〓';

    private static final String ALL_OTHERS = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private final TypesettingSettings settings;
    private final Map<Face, TrueTypeFont> faces = new EnumMap<>(Face.class);

    Typecase(TypesettingSettings settings) {
        this.settings = settings;
    }

    TrueTypeFont font(Face face) {
        return faces.computeIfAbsent(face, this::read);
    }

    /** The first face that has the character, beginning with this one; the same one when none has. */
    Face faceOf(int character, Face wanted) {
        return wanted.candidates().stream()
                .filter(face -> has(face, character))
                .findFirst()
                .orElse(wanted);
    }

    /** The character itself, or the mark of a missing one. */
    int drawable(int character, Face wanted) {
        return has(faceOf(character, wanted), character) ? character : MISSING;
    }

    /** How wide the character is, where 1 is its height. */
    double width(int character, Face wanted) {
        try {
            var font = font(faceOf(character, wanted));
            var glyph = font.getUnicodeCmapLookup().getGlyphId(character);
            return (double) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(Face face, int character) {
        try {
            return font(face).getUnicodeCmapLookup().getGlyphId(character) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrueTypeFont read(Face face) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes(face)));
        } catch (IOException e) {
            throw new UncheckedIOException("the face " + face + " cannot be read", e);
        }
    }

    private byte[] bytes(Face face) throws IOException {
        var own = settings.of(face);
        if (own != null) {
            return Files.readAllBytes(own);
        }
        var name = face == Face.REST ? ALL_OTHERS : "fonts/" + face.name().toLowerCase() + ".ttf";
        try (var file = Typecase.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException(name + " is not on the class path");
            }
            return file.readAllBytes();
        }
    }
}
