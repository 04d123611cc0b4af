package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The threads that may block. Disk work is short and never waits behind pictures; inspecting and redrawing cost
 * processor and memory, so few run at once, few wait, and the rest are told to come back.
 */
final class EvidenceWorkers implements AutoCloseable {

    private static final int DISK_THREADS = 4;
    private static final int DISK_QUEUE = 1_000;

    private final Scheduler disk = Schedulers.newBoundedElastic(DISK_THREADS, DISK_QUEUE, "evidence-disk", 60, true);
    private final Scheduler inspection;

    /** @param queue how many pieces of work may wait for each thread */
    EvidenceWorkers(int threads, int queue) {
        inspection = Schedulers.newBoundedElastic(threads, queue, "evidence-inspection", 60, true);
    }

    <T> Mono<T> onDisk(Callable<T> work) {
        return on(disk, work);
    }

    Mono<Void> onDisk(DiskWork work) {
        return onDisk(() -> {
                    work.run();
                    return true;
                })
                .then();
    }

    /**
     * Completes when the whole body is taken; an error of the body comes after what was there before it.
     *
     * @param idle is run once, after the last byte was taken, also when the body is not wanted any longer
     */
    Mono<Void> takenBy(BufferTaker taker, Flux<DataBuffer> body, Runnable idle) {
        return Mono.<Void>create(done -> body.subscribe(new Gathering(taker, disk, done, idle)))
                .onErrorMap(RejectedExecutionException.class, EvidenceWorkers::tooBusy);
    }

    /** Opens the stream on a disk thread; what flows afterwards must not block. */
    <T> Flux<T> openOnDisk(Supplier<Flux<T>> opening) {
        return Flux.defer(opening)
                .subscribeOn(disk, false)
                .onErrorMap(RejectedExecutionException.class, EvidenceWorkers::tooBusy);
    }

    /** Runs the work on an inspection thread, or refuses with {@code E_WEB_UNAVAILABLE} when too many wait. */
    <T> Mono<T> inspect(Callable<T> work) {
        return on(inspection, work);
    }

    private static <T> Mono<T> on(Scheduler scheduler, Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, EvidenceWorkers::tooBusy);
    }

    private static Throwable tooBusy(Throwable rejected) {
        return Refusal.of(
                RefusalCode.E_WEB_UNAVAILABLE,
                "正在处理的文件过多，请稍后重试",
                "too many files are being processed; try again later");
    }

    @Override
    public void close() {
        inspection.dispose();
        disk.dispose();
    }

    @FunctionalInterface
    interface DiskWork {
        void run() throws Exception;
    }
}
