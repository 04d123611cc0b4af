package io.duban.supervision.inspections;

import io.duban.support.Pictures;

/** Pictures nobody has sent before. */
final class Photos {

    private Photos() {}

    /** Noise, so that its size is that of a real photo; the same seed gives the same bytes. */
    static byte[] noise(int width, int height, long seed) {
        return Pictures.jpeg(Pictures.noise(width, height, seed), 0.95f);
    }
}
