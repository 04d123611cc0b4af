package io.duban.journey;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Does the same with many things, some at a time, under a progress bar. One that fails does not stop the others. */
final class Crew {

    private static final int REFRESH_MS = 500;
    private static final int WIDTH = 100;

    private final Consumer<String> faults;

    /** @param faults told what went wrong outside of any answer of the product */
    Crew(Consumer<String> faults) {
        this.faults = faults;
    }

    <T> void each(String task, int workers, List<T> things, Consumer<T> work) {
        ExecutorService crew = Executors.newFixedThreadPool(Math.max(1, workers));
        try (ProgressBar bar = bar(task, things.size())) {
            crew.invokeAll(
                    things.stream().map(thing -> one(task, thing, work, bar)).toList());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            crew.shutdownNow();
        }
    }

    private <T> Callable<Void> one(String task, T thing, Consumer<T> work, ProgressBar bar) {
        return () -> {
            try {
                work.accept(thing);
            } catch (RuntimeException fault) {
                faults.accept(task + ": " + (fault instanceof Stopped ? fault.getMessage() : thing + ": " + fault));
            } finally {
                bar.step();
            }
            return null;
        };
    }

    static ProgressBar bar(String task, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MS)
                .setMaxRenderedLength(WIDTH)
                .showSpeed()
                .build();
    }
}
