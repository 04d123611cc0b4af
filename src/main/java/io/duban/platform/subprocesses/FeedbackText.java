package io.duban.platform.subprocesses;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The words of a result as they are compared with others: the different pairs of neighbouring letters and digits, whatever stands between them. Two
 * texts are as alike as the share of pairs they have in common (Dice: twice the common ones, by all of both).
 */
public record FeedbackText(String text) {

    /** From here on one text is a copy of the other, for the reviewer to judge. */
    static final double COPIED = 0.9;

    /** What comes after so many different pairs, some ten pages, makes no text another one. */
    private static final int MOST_PAIRS = 4_000;

    /** Sorted, each once. */
    public List<String> pairs() {
        var letters = text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .toArray();
        return IntStream.range(1, letters.length)
                .mapToObj(second -> new String(letters, second - 1, 2))
                .distinct()
                .limit(MOST_PAIRS)
                .sorted()
                .toList();
    }

    /** The fewest pairs a copy of a text with so many pairs can have; as it follows from the measure. */
    static int fewest(int pairs) {
        return (int) Math.ceil(pairs * COPIED / (2 - COPIED));
    }

    /** The most. */
    static int most(int pairs) {
        return (int) Math.floor(pairs * (2 - COPIED) / COPIED);
    }
}
