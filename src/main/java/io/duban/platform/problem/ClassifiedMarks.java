package io.duban.platform.problem;

import java.io.IOException;
import java.io.Reader;

/**
 * Finds the mark of a state secret: 绝密, 机密 or 秘密 followed by a star, as in {@code 机密 ★ 10年}. The words alone are
 * everyday Chinese (秘密花园, 商业机密); only the star makes them a mark.
 *
 * <p>A line end breaks a mark, because "…国家秘密" before a line that starts with a starred list item is not one.
 */
public final class ClassifiedMarks {

    private static final String FIRST = "绝絕机機秘祕";
    private static final String STARS = "★☆⭐✪✭✮✯✰⚝🟊";
    private static final String BETWEEN = "级級】〕］）])*_~`\"'|";

    private int letters;

    private ClassifiedMarks() {}

    /**
     * Whether the text carries a state-secret mark.
     *
     * @param text any text: a title, a body, a file name
     * @return true when the text must be refused with {@code E_GEN_CLASSIFIED_REFUSED}
     */
    public static boolean in(String text) {
        var marks = new ClassifiedMarks();
        return text.codePoints().anyMatch(marks::completedBy);
    }

    /** The same question for a text too long to hold; reads to the mark or to the end. */
    public static boolean in(Reader text) throws IOException {
        var marks = new ClassifiedMarks();
        for (int next = text.read(); next >= 0; next = text.read()) {
            int point = next;
            if (Character.isHighSurrogate((char) next)) {
                int low = text.read();
                point = low < 0 ? next : Character.toCodePoint((char) next, (char) low);
            }
            if (marks.completedBy(point)) {
                return true;
            }
        }
        return false;
    }

    private boolean completedBy(int point) {
        if (letters == 2 && STARS.indexOf(point) >= 0) {
            return true;
        }
        if (FIRST.indexOf(point) >= 0) {
            letters = 1;
        } else if (letters == 1 && point == '密') {
            letters = 2;
        } else if (!(isBlank(point) || letters == 2 && BETWEEN.indexOf(point) >= 0)) {
            letters = 0;
        }
        return false;
    }

    // Blanks, zero-width characters and variation selectors are what people and editors put inside a mark.
    private static boolean isBlank(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                true;
            default -> point == '\t';
        };
    }
}
