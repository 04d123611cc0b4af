package io.duban.platform.typesetting;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Prints official papers, a few at a time, on threads of its own. */
public class Typesetting implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TypesettingSettings settings;
    private final Scheduler press;
    // Reading the faces costs more than a paper does, so they are handed on from one to the next.
    private final Queue<Typecase> typecases = new ConcurrentLinkedQueue<>();

    /** @param queue how many papers may wait for each thread */
    Typesetting(TypesettingSettings settings, int threads, int queue) {
        this.settings = settings;
        this.press = Schedulers.newBoundedElastic(threads, queue, "typesetting", 60, true);
    }

    /**
     * The paper as PDF; the same paper gives the same bytes.
     *
     * @return the file, or {@code E_DOC_TEXT_CHANGED} when title and body are not those of the hash,
     *     {@code E_WEB_TOO_LARGE} for more than 200 pages, {@code E_WEB_UNAVAILABLE} when too many papers wait or one
     *     takes longer than 30 seconds
     */
    public Mono<byte[]> pdf(OfficialPaper paper) {
        return Mono.fromCallable(() -> print(paper))
                .subscribeOn(press)
                .timeout(PATIENCE)
                .onErrorMap(RejectedExecutionException.class, Typesetting::tooBusy)
                .onErrorMap(TimeoutException.class, Typesetting::tooBusy);
    }

    /** The same as a stream of one buffer; see {@link #pdf}. */
    public Flux<DataBuffer> content(OfficialPaper paper) {
        return pdf(paper)
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .flux();
    }

    private byte[] print(OfficialPaper paper) throws IOException {
        PaperProof.check(paper);
        var free = typecases.poll();
        var typecase = free == null ? new Typecase(settings) : free;
        var bytes = PdfPress.print(paper, new PaperSetting(paper, typecase).sheets(), typecase);
        typecases.add(typecase);
        return bytes;
    }

    private static Throwable tooBusy(Throwable late) {
        return Refusal.of(
                RefusalCode.E_WEB_UNAVAILABLE,
                "正在排印的文件过多，请稍后重试。",
                "Too many papers are being printed; try again later.");
    }

    @Override
    public void close() {
        press.dispose();
    }
}
