package io.duban.platform.pages;

import io.duban.platform.evidence.PaperText;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The few processes that read papers, and the threads that wait for them. Who comes when too many wait is told to come back. */
final class PaperWorkers implements PaperText, AutoCloseable {

    private static final int MOST_WAITING = 64;
    private static final int MOST_TASKS = 500;
    private static final int SECONDS = 60;

    private final Path home;
    private final PagesSettings settings;
    private final Scheduler threads;
    private final ScheduledExecutorService watch;
    private final ConcurrentLinkedDeque<PaperProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<PaperProcess> all = ConcurrentHashMap.newKeySet();
    private final Map<PaperTask.Work, LongAdder> given = Arrays.stream(PaperTask.Work.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), work -> new LongAdder()));
    private volatile boolean closed;

    /** @param home for temporary files of the processes; nobody else's are there */
    PaperWorkers(Path home, PagesSettings settings) {
        this.home = home;
        this.settings = settings;
        this.threads = Schedulers.newBoundedElastic(settings.processes(), MOST_WAITING, "pages", SECONDS, true);
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "pages-watch");
            thread.setDaemon(true);
            return thread;
        });
        long pause = Math.max(1, settings.idle().toMillis() / 2);
        watch.scheduleWithFixedDelay(this::endIdle, pause, pause, TimeUnit.MILLISECONDS);
        removeLeftovers();
    }

    /** Pages, words and seals; a {@link PaperFailure} when the file cannot be read. */
    Mono<PaperContents> read(Path file, String mediaType) {
        var task = PaperTask.whole(PaperTask.Work.READ, absolute(file), mediaType, settings.anchors());
        return ask(task, PaperAnswer::readContents, settings.readingPatience());
    }

    /** One page as PNG or JPEG, counted from 1; a {@link PaperFailure} when it cannot be drawn. */
    Mono<byte[]> draw(Path file, String mediaType, int page, int width) {
        var task = new PaperTask(PaperTask.Work.DRAW, absolute(file), mediaType, page - 1, width, "", "");
        return ask(task, PaperAnswer::readPicture, settings.drawingPatience());
    }

    /** The picture with words across it. */
    Mono<byte[]> mark(Path picture, String words) {
        var task = new PaperTask(PaperTask.Work.MARK, absolute(picture), "image/*", 0, 0, words, "");
        return ask(task, PaperAnswer::readPicture, settings.drawingPatience());
    }

    @Override
    public Flux<String> of(Path file, String mediaType) {
        var task = PaperTask.whole(PaperTask.Work.TEXT, absolute(file), mediaType, "");
        return ask(task, PaperAnswer::readContents, settings.readingPatience())
                .flatMapIterable(PaperContents::texts)
                .onErrorResume(PaperFailure.class, PaperWorkers::unread);
    }

    private static Flux<String> unread(PaperFailure failure) {
        return switch (failure.fault()) {
            case DAMAGED, UNSUPPORTED -> Flux.empty();
            case ENCRYPTED, FORBIDDEN ->
                Flux.error(Refusal.of(
                        RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE,
                        "文件已加密，无法检查国家秘密标志，请去掉密码后再上传",
                        "the file is locked by a password, so its text cannot be checked"));
            case TOO_LARGE, TOO_COMPLEX ->
                Flux.error(Refusal.of(
                        RefusalCode.E_WEB_TOO_LARGE,
                        "文件的页数过多或过于复杂，无法检查国家秘密标志，请拆分后再上传",
                        "the file has too many pages or is too complex for its text to be checked"));
        };
    }

    private <T> Mono<T> ask(PaperTask task, PaperProcess.Answer<T> answer, Duration patience) {
        return Mono.fromCallable(() -> answered(task, answer, patience))
                .subscribeOn(threads)
                .onErrorMap(RejectedExecutionException.class, PaperWorkers::tooBusy)
                .onErrorMap(Exceptions::unwrap);
    }

    private <T> T answered(PaperTask task, PaperProcess.Answer<T> answer, Duration patience)
            throws IOException, PaperFailure {
        given.get(task.work()).increment();
        var process = idle.pollFirst();
        while (process != null && !process.isFit(MOST_TASKS)) {
            end(process);
            process = idle.pollFirst();
        }
        process = process == null ? started() : process;
        try {
            if (closed) {
                throw new RejectedExecutionException("closed");
            }
            return process.ask(task, answer, patience, watch);
        } catch (IOException | PaperFailure ended) {
            if (closed) {
                // It was ended with the product, which says nothing of the file.
                throw new RejectedExecutionException("closed", ended);
            }
            throw ended;
        } finally {
            release(process);
        }
    }

    private PaperProcess started() throws IOException {
        var process = PaperProcess.start(home, settings.heap());
        all.add(process);
        return process;
    }

    private void end(PaperProcess process) {
        all.remove(process);
        process.close();
    }

    /** How many tasks of a kind were given to processes so far. */
    long given(PaperTask.Work work) {
        return given.get(work).sum();
    }

    private void release(PaperProcess process) {
        if (closed || !process.isFit(MOST_TASKS)) {
            end(process);
        } else {
            idle.addFirst(process);
        }
    }

    private void endIdle() {
        for (var process : idle) {
            if (process.isIdleFor(settings.idle()) && idle.remove(process)) {
                end(process);
            }
        }
    }

    // Folders of processes that were killed together with us.
    private void removeLeftovers() {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException left) {
            // They cost disk only.
        }
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static Throwable tooBusy(Throwable rejected) {
        return Refusal.of(
                RefusalCode.E_WEB_UNAVAILABLE, "正在处理的文件过多，请稍后重试", "too many papers are being read; try again later");
    }

    /** Also what is at work: nobody is left to end a parser that has run away, and it would outlive us. */
    @Override
    public void close() {
        closed = true;
        watch.shutdownNow();
        threads.dispose();
        all.forEach(this::end);
    }
}
