package io.duban.hotline.hotspots;

import java.util.Optional;

/**
 * When a cluster stands out (domain 2.5): so many tickets in seven days, or so many times its own weekly mean of the four weeks before.
 *
 * @param many tickets that stand out whatever was before
 * @param times the multiple of the mean that stands out
 * @param least tickets below which nothing is a cluster: three times a quarter of a ticket is no news. A place without a mean has nothing to be a
 *     multiple of, and stands out by {@code many} only
 */
record HotspotRule(int many, int times, int least) {

    static final int WEEKS_BEFORE = 4;

    HotspotRule {
        if (many < 1 || times < 1 || least < 1) {
            throw new IllegalArgumentException("duban.hotline.hotspots: numbers are at least 1");
        }
    }

    /** Why it stands out. */
    enum Ground {
        MANY,
        RISING
    }

    /**
     * @param tickets of the last seven days
     * @param before tickets of the four weeks before
     * @return empty when it does not stand out
     */
    Optional<Ground> judge(long tickets, long before) {
        if (tickets >= many) {
            return Optional.of(Ground.MANY);
        }
        var rising = before > 0 && tickets >= least && tickets * WEEKS_BEFORE >= times * before;
        return rising ? Optional.of(Ground.RISING) : Optional.empty();
    }

    static double weeklyMean(long before) {
        return (double) before / WEEKS_BEFORE;
    }
}
