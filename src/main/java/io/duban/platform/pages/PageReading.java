package io.duban.platform.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duban.platform.evidence.DerivedFiles;
import io.duban.platform.evidence.PagePicture;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A stored file as pages. What was read or drawn once is kept, so that the second reader costs no reading and no drawing, and readers who come
 * while it is being done wait for the one. Does not ask who may see the file: the module that owns the matter knows.
 */
public class PageReading {

    /** Raised when pages are drawn in a better way. */
    private static final int EDITION = 1;

    private static final Set<Integer> WIDTHS = Set.of(720, 1080, 1440);
    private static final Duration SECOND_TRY = Duration.ofHours(1);
    private static final int MOST_FAILURES = 1_000;

    private final DerivedFiles files;
    private final PageRows rows;
    private final PaperWorkers workers;
    private final String edition;
    private final Clock clock;
    private final Map<String, Mono<?>> running = new ConcurrentHashMap<>();
    private final Cache<String, PaperFault> failures = Caffeine.newBuilder()
            .maximumSize(MOST_FAILURES)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** @param trust tells one set of trusted certificates from another, of which verdicts on seals depend */
    PageReading(DerivedFiles files, PageRows rows, PaperWorkers workers, String trust, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.workers = workers;
        this.edition = EDITION + "-" + trust;
        this.clock = clock;
    }

    /**
     * The file's pages and seals. Reads the file when nobody has before.
     *
     * @return the report, with a fault when the file cannot be shown; {@code E_WEB_UNAVAILABLE} when too many files wait
     */
    public Mono<PageReport> describe(StoredFile file) {
        return kept(file)
                .switchIfEmpty(Mono.defer(() ->
                        once("read " + file.id(), () -> kept(file).switchIfEmpty(Mono.defer(() -> read(file))))));
    }

    private Mono<PageReport> kept(StoredFile file) {
        return rows.find(file.id(), edition, clock.instant().minus(SECOND_TRY));
    }

    /**
     * A page as a picture.
     *
     * @param page counted from 1
     * @param width 720, 1080 or 1440 pixels
     * @param watermark what is to stand across it; null for nothing
     * @return the picture; {@code E_WEB_NOT_FOUND} when there is no such page or it cannot be shown, {@code E_GEN_VALIDATION} for another width,
     *     {@code E_WEB_UNAVAILABLE} when too many wait
     */
    public Mono<PageImage> image(StoredFile file, int page, int width, @Nullable Watermark watermark) {
        if (!WIDTHS.contains(width)) {
            return Mono.error(Refusal.invalid("width", "宽度须为 720、1080 或 1440。", "Widths are 720, 1080 and 1440."));
        }
        var wanted = new PagePicture(EDITION, page, width);
        return describe(file)
                .doOnNext(report -> requirePage(report, page))
                .then(Mono.defer(() -> files.find(file, wanted)))
                .switchIfEmpty(Mono.defer(() -> once(
                        "%s %s".formatted(file.id(), wanted),
                        () -> files.find(file, wanted).switchIfEmpty(Mono.defer(() -> drawn(file, wanted))))))
                .flatMap(picture -> watermark == null ? Mono.just(picture) : marked(picture, watermark))
                .map(PageImage::new);
    }

    /** How files are read now: another edition is another answer. */
    String edition() {
        return edition;
    }

    /** The words page by page; none when the file cannot be shown. Reads the file when nobody has before. */
    public Flux<PageText> text(StoredFile file) {
        return describe(file).flatMapMany(report -> report.fault() == null ? rows.texts(file.id()) : Flux.empty());
    }

    private static void requirePage(PageReport report, int page) {
        var fault = report.fault();
        if (fault != null) {
            throw notShown(fault);
        }
        if (page < 1 || page > report.sizes().size()) {
            throw Refusal.notFound();
        }
    }

    private static Refusal notShown(PaperFault fault) {
        return Refusal.of(RefusalCode.E_WEB_NOT_FOUND, fault.reason(), "this file has no pages to show: " + fault);
    }

    private Mono<PageReport> read(StoredFile file) {
        return files.withCopy(file, Rendition.PUBLIC, copy -> workers.read(copy, file.mediaType()))
                .flatMap(contents ->
                        rows.save(file, PageReport.of(file.id(), edition, contents, clock.instant()), contents.texts()))
                .onErrorResume(
                        PaperFailure.class,
                        failure -> rows.save(
                                file,
                                PageReport.failed(file.id(), edition, failure.fault(), clock.instant()),
                                List.of()));
    }

    private Mono<byte[]> drawn(StoredFile file, PagePicture wanted) {
        var name = "%s %s".formatted(file.id(), wanted);
        var failed = failures.getIfPresent(name);
        if (failed != null) {
            return Mono.error(notShown(failed));
        }
        return files.withCopy(
                        file,
                        Rendition.PUBLIC,
                        copy -> workers.draw(copy, file.mediaType(), wanted.page(), wanted.width()))
                .delayUntil(picture -> files.keep(file, wanted, picture))
                .doOnError(PaperFailure.class, failure -> failures.put(name, failure.fault()))
                .onErrorMap(PaperFailure.class, failure -> notShown(failure.fault()));
    }

    private Mono<byte[]> marked(byte[] picture, Watermark watermark) {
        var bytes = Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(picture));
        return files.withFile(
                        bytes.cast(org.springframework.core.io.buffer.DataBuffer.class),
                        copy -> workers.mark(copy, watermark.words()))
                .onErrorMap(PaperFailure.class, failure -> notShown(failure.fault()));
    }

    // A caller that leaves does not stop the work: whoever comes next finds it done. He who looked too early and comes
    // too late begins it anew, so it looks again itself.
    @SuppressWarnings("unchecked")
    private <T> Mono<T> once(String name, Supplier<Mono<T>> work) {
        return (Mono<T>) running.computeIfAbsent(
                name,
                absent ->
                        Mono.defer(work).doFinally(end -> running.remove(name)).cache());
    }
}
