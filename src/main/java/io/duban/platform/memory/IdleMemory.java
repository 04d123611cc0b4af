package io.duban.platform.memory;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Gives the machine its memory back when there is nothing to do. A start needs three times the heap that an idle product does, and a JVM keeps what it once had: it collects
 * nothing while nothing is allocated (goal P10). Looks from time to time; after a start, and after work for which the heap grew, the first quiet moment is taken.
 */
@Component
@ConditionalOnProperty("duban.memory.give-back")
class IdleMemory implements SmartLifecycle {

    static final Duration LOOK = Duration.ofSeconds(10);

    /** Of one processor. What beats and looks by itself takes a tenth of this. */
    private static final double QUIET = 0.1;

    private static final int LOOKS = 2;

    /** Less is not worth a collection of everything. */
    private static final long WORTH_IT = 64L << 20;

    private final LongSupplier cpuNanos;
    private final LongSupplier heapBytes;
    private final Runnable giveBack;
    private long cpuBefore;
    private long kept;
    private int quiet;
    private volatile @Nullable Disposable looking;

    @Autowired
    IdleMemory() {
        this(
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)::getProcessCpuTime,
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted(),
                new SpareMemory());
    }

    /** @param heapBytes what the heap takes of the machine, used or not */
    IdleMemory(LongSupplier cpuNanos, LongSupplier heapBytes, Runnable giveBack) {
        this.cpuNanos = cpuNanos;
        this.heapBytes = heapBytes;
        this.giveBack = giveBack;
    }

    /** To be called once in {@link #LOOK}. */
    void look() {
        var cpu = cpuNanos.getAsLong();
        quiet = cpu - cpuBefore < QUIET * LOOK.toNanos() ? quiet + 1 : 0;
        cpuBefore = cpu;
        if (quiet >= LOOKS && heapBytes.getAsLong() - kept > WORTH_IT) {
            giveBack.run();
            kept = heapBytes.getAsLong();
        }
    }

    @Override
    public void start() {
        cpuBefore = cpuNanos.getAsLong();
        looking = Flux.interval(LOOK, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .subscribe(tick -> look());
    }

    @Override
    public void stop() {
        var running = looking;
        if (running != null) {
            running.dispose();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
