package io.duban.bench.province;

import java.util.SplittableRandom;

/** What the theory of queues says of servers with exponential times (M/M/c), and whether the model agrees: who does not trust the one has the other. */
final class ErlangC {

    private static final double TOLERANCE = 0.06;
    private static final int PIECES = 1_000_000;

    private ErlangC() {}

    /** The mean wait, in units of the mean service time. */
    static double meanWait(int servers, double utilisation) {
        var offered = servers * utilisation;
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = offered * blocked / (n + offered * blocked);
        }
        var waits = blocked / (1 - utilisation * (1 - blocked));
        return waits / (servers * (1 - utilisation));
    }

    /** The mean wait of the model over that of the formula. @throws IllegalStateException when they are further apart than chance lets them be */
    static double checked(int servers, double utilisation, long seed) {
        var random = new SplittableRandom(seed);
        var arrivals = Arrivals.poisson(servers * utilisation, PIECES / (servers * utilisation), random);
        var done = new Station(servers, 1, random).serve(arrivals);
        double spent = 0;
        for (int i = 0; i < done.length; i++) {
            spent += done[i] - arrivals[i];
        }
        var ratio = (spent / done.length - 1) / meanWait(servers, utilisation);
        if (Math.abs(ratio - 1) > TOLERANCE) {
            throw new IllegalStateException("the model waits %.3f of what the formula says for %d servers at %.2f"
                    .formatted(ratio, servers, utilisation));
        }
        return ratio;
    }
}
