package io.duban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The same piece of work, done again and again by some callers, for a while. */
record Load(int workers, Duration time) {

    /** @param millis of each piece, in no order */
    record Ran(List<Double> millis, double seconds) {

        Ran and(Ran more) {
            var all = new ArrayList<>(millis);
            all.addAll(more.millis);
            return new Ran(all, seconds + more.seconds);
        }

        double perSecond() {
            return millis.size() / seconds;
        }

        double percentile(double share) {
            return Percentile.of(millis, share);
        }

        static final Ran NONE = new Ran(List.of(), 0);
    }

    /** @throws IllegalStateException when a piece fails: figures of failed work are worth nothing */
    Ran run(Runnable piece) {
        var crew = Executors.newFixedThreadPool(workers);
        try {
            var begun = System.nanoTime();
            var until = begun + time.toNanos();
            var all = new ArrayList<Double>();
            for (var one : crew.invokeAll(java.util.Collections.nCopies(workers, worker(piece, until)))) {
                all.addAll(one.get());
            }
            return new Ran(all, (System.nanoTime() - begun) / 1e9);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            crew.shutdownNow();
        }
    }

    private static Callable<List<Double>> worker(Runnable piece, long until) {
        return () -> {
            var millis = new ArrayList<Double>();
            while (System.nanoTime() < until) {
                var begun = System.nanoTime();
                piece.run();
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            return millis;
        };
    }
}
