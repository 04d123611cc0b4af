package io.duban.support;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Time that passes when a test says so, for what the test's own thread sets going. For every other thread the true one goes on: the products that are kept
 * for later tests live in this JVM too, and a timer of theirs that was set by a time which ends with a test would never ring again (as with
 * {@code StepVerifier.withVirtualTime}, which replaces the time of all).
 */
public final class VirtualTime implements AutoCloseable {

    private final Thread mine = Thread.currentThread();
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Schedulers.Snapshot before;

    private VirtualTime() {
        var parallel = Schedulers.parallel();
        var elastic = Schedulers.boundedElastic();
        var single = Schedulers.single();
        before = Schedulers.setFactoryWithSnapshot(new Schedulers.Factory() {
            @Override
            public Scheduler newParallel(int parallelism, ThreadFactory threads) {
                return new Mine(parallel);
            }

            @Override
            public Scheduler newBoundedElastic(int most, int queue, ThreadFactory threads, int seconds) {
                return new Mine(elastic);
            }

            @Override
            public Scheduler newSingle(ThreadFactory threads) {
                return new Mine(single);
            }
        });
    }

    /** From now on, until it is closed by the same thread. */
    public static VirtualTime begun() {
        return new VirtualTime();
    }

    /** Whatever comes due in it is done on this thread before this returns. */
    public void passes(Duration duration) {
        time.advanceTimeBy(duration);
    }

    @Override
    public void close() {
        Schedulers.resetFrom(before);
        time.dispose();
    }

    /** Virtual for the thread of the test, and what it always was for the others. */
    private final class Mine implements Scheduler {

        private final Scheduler others;

        Mine(Scheduler others) {
            this.others = others;
        }

        private Scheduler scheduler() {
            return Thread.currentThread() == mine && !time.isDisposed() ? time : others;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return scheduler().schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return scheduler().schedule(task, delay, unit);
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
            return scheduler().schedulePeriodically(task, delay, period, unit);
        }

        @Override
        public Worker createWorker() {
            return scheduler().createWorker();
        }

        @Override
        public long now(TimeUnit unit) {
            return scheduler().now(unit);
        }
    }
}
