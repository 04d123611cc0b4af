package io.duban.hotline.imports;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where whole files are read and parsed, one at a time: eight megabytes of rows are work for a processor, and must neither hold an event loop nor take the
 * threads that others block on.
 */
@Component
class ImportThreads implements AutoCloseable {

    private static final int QUEUE = 16;

    private final Scheduler thread = Schedulers.newBoundedElastic(1, QUEUE, "imports", 60, true);

    /** A whole file goes on here, to be read and searched; {@code E_WEB_UNAVAILABLE} when too many wait. */
    Mono<byte[]> goesOn(Mono<byte[]> content) {
        return content.publishOn(thread)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> Refusal.of(
                                RefusalCode.E_WEB_UNAVAILABLE,
                                "正在导入的文件过多,请稍后重试。",
                                "Too many files are being taken in; try again later."));
    }

    <T> Mono<T> parsed(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(thread);
    }

    @Override
    public void close() {
        thread.dispose();
    }
}
