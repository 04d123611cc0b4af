package io.duban.bench.province;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Servers that take pieces of work in the order in which they come, each one at a time. All times are in seconds. */
final class Station {

    private final double meanService;
    private final SplittableRandom random;
    private final PriorityQueue<Double> freeAt = new PriorityQueue<>();
    private double busy;

    Station(int servers, double meanService, SplittableRandom random) {
        this.meanService = meanService;
        this.random = random;
        for (int i = 0; i < servers; i++) {
            freeAt.add(0.0);
        }
    }

    /** When pieces that arrive at these times, in order, are done; service times are exponential, so that a few take long. */
    double[] serve(double[] arrivals) {
        return serve(arrivals, Outage.NONE);
    }

    /** The same, while some of the servers are away. */
    double[] serve(double[] arrivals, Outage outage) {
        var done = new double[arrivals.length];
        var struck = false;
        for (int i = 0; i < arrivals.length; i++) {
            if (!struck && arrivals[i] >= outage.from()) {
                struck = true;
                takeAway(outage);
            }
            var begun = Math.max(arrivals[i], freeAt.remove());
            var service = -meanService * Math.log(1 - random.nextDouble());
            busy += service;
            done[i] = begun + service;
            freeAt.add(done[i]);
        }
        return done;
    }

    /** Seconds of work that were done. */
    double busy() {
        return busy;
    }

    private void takeAway(Outage outage) {
        var all = freeAt.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        freeAt.clear();
        Arrays.stream(all, outage.servers(), all.length).forEach(freeAt::add);
        Arrays.stream(all, 0, outage.servers()).forEach(free -> freeAt.add(Math.max(free, outage.until())));
    }

    /** @param servers how many are away from one instant to another */
    record Outage(int servers, double from, double until) {

        static final Outage NONE = new Outage(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
