package io.duban.platform.evidence;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture looks like, in 63 bits: the signs of its coarsest waves (DCT of a 32 x 32 grey copy, without the mean) against their median. Smaller,
 * brighter or compressed anew, a picture changes few of them; cropped or turned, it is another picture. Plain Java.
 */
final class PerceptualHash {

    private static final int SIDE = 32;
    private static final int WAVES = 8;
    private static final int QUARTERS = 4;
    private static final int QUARTER_BITS = 16;
    /** Grey levels; a blank wall or a black frame is not evidence of copying. */
    private static final double LEAST_CONTRAST = 4;

    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    /** The hash; null for a picture with nothing on it. */
    static @Nullable Long of(BufferedImage picture) {
        var grey = grey(picture);
        if (contrast(grey) < LEAST_CONTRAST) {
            return null;
        }
        var waves = waves(grey);
        var median = median(waves);
        long hash = 0;
        for (int i = 0; i < waves.length; i++) {
            hash |= waves[i] > median ? 1L << i : 0;
        }
        return hash;
    }

    /** In how many bits two pictures differ. */
    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /** The quarters of the hash, and all that differ from one of them in one bit: the keys of every hash at most seven bits away. */
    static Integer[] neighbours(long hash) {
        return IntStream.range(0, QUARTERS)
                .flatMap(quarter -> {
                    int own = (int) (hash >>> quarter * QUARTER_BITS & 0xFFFF);
                    var flipped = IntStream.range(0, QUARTER_BITS).map(bit -> own ^ 1 << bit);
                    return IntStream.concat(IntStream.of(own), flipped).map(key -> key + (quarter << QUARTER_BITS));
                })
                .boxed()
                .toArray(Integer[]::new);
    }

    private static double[][] grey(BufferedImage picture) {
        var small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        var grey = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = small.getRGB(x, y);
                grey[y][x] = 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
            }
        }
        return grey;
    }

    private static double contrast(double[][] grey) {
        var levels = Arrays.stream(grey).flatMapToDouble(Arrays::stream).toArray();
        var mean = Arrays.stream(levels).average().orElse(0);
        return Math.sqrt(Arrays.stream(levels)
                .map(level -> (level - mean) * (level - mean))
                .average()
                .orElse(0));
    }

    private static double[] waves(double[][] grey) {
        var waves = new double[WAVES * WAVES - 1];
        for (int i = 0; i < waves.length; i++) {
            int down = (i + 1) / WAVES;
            int across = (i + 1) % WAVES;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    waves[i] += grey[y][x] * COSINES[down][y] * COSINES[across][x];
                }
            }
        }
        return waves;
    }

    private static double median(double[] waves) {
        var sorted = waves.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double[][] cosines() {
        var cosines = new double[WAVES][SIDE];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int place = 0; place < SIDE; place++) {
                cosines[wave][place] = Math.cos((2 * place + 1) * wave * Math.PI / (2 * SIDE));
            }
        }
        return cosines;
    }
}
