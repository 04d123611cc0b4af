package io.duban.bench.province;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** When pieces of work come. */
final class Arrivals {

    private Arrivals() {}

    /** As many a second on average, for so many seconds, each by itself. */
    static double[] poisson(double perSecond, double seconds, SplittableRandom random) {
        return poisson(perSecond, at -> 1, seconds, random);
    }

    /** The same, thinned to the share of the highest rate that holds at each instant. */
    static double[] poisson(double highest, DoubleUnaryOperator share, double seconds, SplittableRandom random) {
        var times = DoubleStream.builder();
        for (var at = gap(highest, random); at < seconds; at += gap(highest, random)) {
            if (random.nextDouble() < share.applyAsDouble(at)) {
                times.add(at);
            }
        }
        return times.build().toArray();
    }

    /** Shares of so many districts, the largest first: the n-th has 1 / n^exponent of the first. */
    static double[] zipf(int districts, double exponent) {
        var weights = IntStream.rangeClosed(1, districts)
                .mapToDouble(rank -> Math.pow(rank, -exponent))
                .toArray();
        var all = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / all).toArray();
    }

    private static double gap(double perSecond, SplittableRandom random) {
        return -Math.log(1 - random.nextDouble()) / perSecond;
    }
}
