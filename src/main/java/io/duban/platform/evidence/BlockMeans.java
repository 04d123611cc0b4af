package io.duban.platform.evidence;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Gathers the means of a picture's blocks into a small picture, of which each pixel is the mean of as many as there are too many. */
final class BlockMeans {

    private static final int MIDDLE = 128;
    private static final int EIGHTHS = 8;

    private final int wide;
    /** Of which pixel a block becomes a part. */
    private final int[] columns;

    private final int[] rows;
    private final int[] sums;
    private final int[] counts;

    /** @param leastSide how many pixels the long side of what is given has at least, where there are so many; less than twice as many */
    BlockMeans(int across, int down, int leastSide) {
        int each = Math.max(1, Math.max(across, down) / leastSide);
        wide = (across + each - 1) / each;
        columns = IntStream.range(0, across).map(x -> x / each).toArray();
        rows = IntStream.range(0, down).map(y -> y / each * wide).toArray();
        sums = new int[wide * ((down + each - 1) / each)];
        counts = new int[sums.length];
    }

    /** @param eighths above or below the middle grey; blocks that fill up the last row or column of an interleaved scan are left out */
    void add(int x, int y, int eighths) {
        if (x < columns.length && y < rows.length) {
            int pixel = rows[y] + columns[x];
            sums[pixel] += eighths;
            counts[pixel]++;
        }
    }

    BufferedImage picture() {
        var picture = new BufferedImage(wide, sums.length / wide, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < sums.length; pixel++) {
            int grey = Math.max(
                    0,
                    Math.min(255, Math.round((float) sums[pixel] / (EIGHTHS * Math.max(1, counts[pixel]))) + MIDDLE));
            picture.setRGB(pixel % wide, pixel / wide, grey * 0x010101);
        }
        return picture;
    }
}
