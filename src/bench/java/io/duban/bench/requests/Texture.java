package io.duban.bench.requests;

import java.util.Random;

/** Colours as of a street: shapes of every size, the smaller the fainter, over a gradient. */
final class Texture {

    private static final int COARSEST = 9;
    private static final double STRENGTH = 2.2;
    private static final double NOISE = 4;

    private final Random random;
    private final int width;
    private final int height;
    private final float[][][] shapes = new float[COARSEST + 1][][];

    Texture(Random random, int width, int height) {
        this.random = random;
        this.width = width;
        this.height = height;
        for (int size = 1; size <= COARSEST; size++) {
            shapes[size] = new float[(height >> size) + 2][(width >> size) + 2];
            for (var row : shapes[size]) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) (random.nextGaussian() * STRENGTH * Math.pow(2, size * 0.5));
                }
            }
        }
    }

    /** Red, green and blue of a pixel; to be asked in the same order each time, since the sensor's noise is drawn as it is asked for. */
    int rgb(int x, int y) {
        double grey = 60 + 100.0 * y / height + 40.0 * x / width + random.nextGaussian() * NOISE;
        for (int size = 1; size <= COARSEST; size++) {
            grey += shape(shapes[size], x, y, size);
        }
        double tint = shape(shapes[COARSEST], y * (width - 1) / height, x * (height - 1) / width, COARSEST) / 3;
        return level(grey + tint) << 16 | level(grey) << 8 | level(grey - tint);
    }

    private static double shape(float[][] grid, int x, int y, int size) {
        double side = 1 << size;
        int column = x >> size;
        int row = y >> size;
        double right = x / side - column;
        double down = y / side - row;
        return (grid[row][column] * (1 - right) + grid[row][column + 1] * right) * (1 - down)
                + (grid[row + 1][column] * (1 - right) + grid[row + 1][column + 1] * right) * down;
    }

    private static int level(double grey) {
        return (int) Math.max(0, Math.min(255, grey));
    }
}
