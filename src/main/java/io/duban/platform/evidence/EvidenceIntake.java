package io.duban.platform.evidence;

import io.duban.platform.problem.ClassifiedMarks;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes files in: body to temporary file, inspection, storage. What is refused, cut or cancelled leaves nothing behind;
 * what is stored becomes visible only with the row the caller saves.
 */
public class EvidenceIntake {

    private static final Logger log = LoggerFactory.getLogger(EvidenceIntake.class);

    private final Path incoming;
    private final Duration patience;
    private final EvidenceWorkers workers;
    private final EvidenceStore store;
    private final PartFiles parts;
    private final Likenesses likenesses;
    private final PaperText paperText;
    private final Clock clock;

    /** @param patience how long a sender may be silent before the body counts as cut */
    EvidenceIntake(
            Path incoming,
            Duration patience,
            EvidenceWorkers workers,
            EvidenceStore store,
            PartFiles parts,
            Likenesses likenesses,
            PaperText paperText,
            Clock clock) {
        this.incoming = incoming;
        this.patience = patience;
        this.workers = workers;
        this.store = store;
        this.parts = parts;
        this.likenesses = likenesses;
        this.paperText = paperText;
        this.clock = clock;
    }

    /**
     * Receives one file, holding one buffer at a time.
     *
     * @param body the bytes; every buffer is released, whatever happens
     * @param rules what is accepted
     * @return the stored file, or a refusal: {@code E_WEB_TOO_LARGE} (too long, too many pixels, a zip bomb),
     *     {@code E_WEB_UNSUPPORTED_MEDIA_TYPE} (by content), {@code E_GEN_VALIDATION} (empty), {@code E_WEB_BODY_CUT},
     *     {@code E_GEN_CLASSIFIED_REFUSED} (text with a state-secret mark), {@code E_WEB_STORAGE_FULL},
     *     {@code E_WEB_UNAVAILABLE} (too many files at once)
     */
    public Mono<ReceivedFile> receive(Flux<DataBuffer> body, Intake rules) {
        return Mono.usingWhen(
                        workers.onDisk(() -> Spool.open(incoming, rules.limitBytes())),
                        spool -> Mono.firstWithSignal(spooled(body, spool), silence(spool))
                                .flatMap(received -> admitted(received, rules)),
                        this::discarded)
                .onErrorMap(DiskSpace::explain);
    }

    /**
     * Takes in a file that came piece by piece and is complete. The pieces stay; whoever sent them decides when they go.
     *
     * @param sha256 what it was declared to be
     * @param rules what is accepted
     * @return the stored file, or a refusal as of {@link #receive}, or {@code E_WEB_UPLOAD_HASH} when it is not what was declared
     */
    public Mono<ReceivedFile> receiveWhole(UUID id, String sha256, Intake rules) {
        return parts.whole(id)
                .map(whole -> whole.requireHash(sha256))
                .flatMap(whole -> admitted(whole, rules))
                .onErrorMap(DiskSpace::explain);
    }

    /** Deletes a received file that no row will ever name. */
    public Mono<Void> forget(ReceivedFile file) {
        return store.delete(new StorageKey(file.storageKey()));
    }

    /**
     * Describes a received file as the row to be saved, with its doubts flagged; saves nothing.
     *
     * @param file as {@link #receive} gave it
     * @param submission who handed it in and for what
     * @return the row, or {@code E_GEN_CLASSIFIED_REFUSED} when its file name or note carries a state-secret mark; the
     *     bytes are then deleted
     */
    public Mono<StoredFile> describe(ReceivedFile file, Submission submission) {
        if (submission.isMarked()) {
            return forget(file).then(Mono.error(() -> Inspection.classified().ofContent(file.sha256())));
        }
        if (file.photo() == null) {
            return Mono.just(StoredFile.of(file, submission, List.of()));
        }
        return likenesses
                .of(StoredFile.of(file, submission, List.of()))
                .collectList()
                .map(alike -> StoredFile.of(file, submission, EvidenceFlag.of(file, submission, alike)));
    }

    /** The row of a copy drawn from a photo that is here already: it is doubted for nothing, and no other photo for looking like it. */
    public StoredFile describeCopy(ReceivedFile file, Submission submission) {
        return StoredFile.of(file.withoutLooks(), submission, List.of());
    }

    private Mono<Spool.Received> spooled(Flux<DataBuffer> body, Spool spool) {
        return workers.takenBy(spool, body.onErrorMap(EvidenceIntake::bodyCut), () -> {})
                .then(workers.onDisk(spool::finish));
    }

    private Mono<Spool.Received> silence(Spool spool) {
        return silence(spool::silent, patience)
                .flatMap(tick -> Mono.error(bodyCut(new TimeoutException("silent for " + patience))));
    }

    // Not body.timeout(..), which forgets to release the buffer that arrives while the phone hangs up.
    static Mono<Long> silence(Supplier<Duration> silent, Duration patience) {
        return Flux.interval(patience.dividedBy(4))
                .filter(tick -> silent.get().compareTo(patience) > 0)
                .next();
    }

    private Mono<ReceivedFile> admitted(Spool.Received received, Intake rules) {
        var key = StorageKey.random();
        return workers.inspect(() -> Inspection.of(received.file(), rules))
                .delayUntil(inspection -> unmarked(received.file(), inspection))
                .onErrorMap(Refusal.class, refusal -> refusal.ofContent(received.sha256()))
                .doOnError(Refusal.class, refusal -> log.info("Refused {}: {}", received.sha256(), refusal.code()))
                .flatMap(inspection -> looks(received.file(), inspection)
                        .delayUntil(hash -> store.put(key, received.file()))
                        .map(hash -> new ReceivedFile(
                                key.text(),
                                received.sha256(),
                                received.sizeBytes(),
                                inspection.kind().mediaType,
                                clock.instant().truncatedTo(ChronoUnit.MICROS),
                                inspection.photo(),
                                hash.orElse(null))));
    }

    private Mono<Optional<Long>> looks(Path file, Inspection inspection) {
        return inspection.photo() == null
                ? Mono.just(Optional.empty())
                : workers.inspect(() -> Drawing.perceptualHash(file, inspection));
    }

    // OFD, DOCX and text were read to the end by the inspection; a PDF takes a parser, which runs apart.
    private Mono<Void> unmarked(Path file, Inspection inspection) {
        return inspection.kind() != ContentKind.PDF
                ? Mono.empty()
                : paperText
                        .of(file, inspection.kind().mediaType)
                        .any(ClassifiedMarks::in)
                        .flatMap(marked -> marked ? Mono.error(Inspection.classified()) : Mono.empty());
    }

    private Mono<Void> discarded(Spool spool) {
        return workers.onDisk(spool::discard)
                // The answer is decided already; a leftover goes with the next sweep.
                .onErrorResume(failure -> {
                    log.warn("A temporary file was not removed", failure);
                    return Mono.empty();
                });
    }

    static Throwable bodyCut(Throwable cause) {
        log.debug("A body ended early", cause);
        return cause instanceof Refusal
                ? cause
                : Refusal.of(RefusalCode.E_WEB_BODY_CUT, "文件没有传完，请重新上传", "the body ended before the file was complete");
    }
}
