package io.duban.platform.pages.worker;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lists of numbers as OFD writes them. */
final class OfdNumbers {

    private static final int MOST = 100_000;
    private static final double[] NONE = {};

    private OfdNumbers() {}

    /** The numbers; none when they are absent or broken. */
    static double[] of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return NONE;
        }
        try {
            return Arrays.stream(words.strip().split("[\\s,]+"))
                    .limit(MOST)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException broken) {
            return NONE;
        }
    }

    /** The distances between the letters of a text, in which "g 3 4.5" stands for 4.5 three times over. */
    static double[] distances(@Nullable String words, int letters) {
        var distances = new double[letters];
        if (words == null) {
            return distances;
        }
        var told = words.strip().split("\\s+");
        int filled = 0;
        try {
            for (int i = 0; i < told.length && filled < letters; i++) {
                if (told[i].equals("g") && i + 2 < told.length) {
                    int times = Integer.parseInt(told[i + 1]);
                    double each = Double.parseDouble(told[i + 2]);
                    for (int n = 0; n < times && filled < letters; n++) {
                        distances[filled++] = each;
                    }
                    i += 2;
                } else {
                    distances[filled++] = Double.parseDouble(told[i]);
                }
            }
        } catch (NumberFormatException broken) {
            // What was understood so far.
        }
        // A list that is too short goes on with its last distance, as readers of OFD agree.
        if (filled > 0) {
            Arrays.fill(distances, filled, letters, distances[filled - 1]);
        }
        return distances;
    }
}
