package io.duban.platform.uploads;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.evidence.EvidenceIntake;
import io.duban.platform.evidence.PartFiles;
import io.duban.platform.evidence.ReceivedFile;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.Submission;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Makes a file of the bytes once all of them are here: checked, stored, and visible by one statement with what the module makes of it. Cut off at any
 * point it is done again by whoever asks next; a phone is told the full length only afterwards.
 */
@Component
class UploadCompletion {

    /** What is wrong with the bytes themselves: kept, they would be refused again. */
    private static final Set<RefusalCode> OF_CONTENT = Set.of(
            RefusalCode.E_WEB_UPLOAD_HASH,
            RefusalCode.E_WEB_TOO_LARGE,
            RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE,
            RefusalCode.E_GEN_VALIDATION,
            RefusalCode.E_GEN_CLASSIFIED_REFUSED);

    private final DeclaredFiles files;
    private final Uploads uploads;
    private final EvidenceTakers takers;
    private final PartFiles parts;
    private final EvidenceIntake intake;
    private final Commands commands;
    private final Clock clock;
    private final Map<UUID, Mono<Void>> running = new ConcurrentHashMap<>();

    UploadCompletion(
            DeclaredFiles files,
            Uploads uploads,
            EvidenceTakers takers,
            PartFiles parts,
            EvidenceIntake intake,
            Commands commands,
            Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.takers = takers;
        this.parts = parts;
        this.intake = intake;
        this.commands = commands;
        this.clock = clock;
    }

    // Two requests that both find all bytes here wait for one completion; a phone that leaves does not stop it. It is
    // forgotten before its end is told, so that whoever comes again after a refusal tries anew.
    Mono<UploadState> complete(DeclarationKeeping.Own own, ServerWebExchange exchange) {
        var id = own.file().id();
        return Mono.defer(() -> running.computeIfAbsent(
                        id,
                        absent -> completed(own, exchange)
                                .doOnTerminate(() -> running.remove(id))
                                .cache()))
                .thenReturn(UploadState.arrived(own.file()));
    }

    private Mono<Void> completed(DeclarationKeeping.Own own, ServerWebExchange exchange) {
        var file = own.file();
        // As it stood before the bytes came; should anybody have been at it since, the statement says so, and it is
        // read anew.
        var first = new AtomicBoolean(true);
        var known = Mono.defer(() -> first.getAndSet(false) ? Mono.just(file) : files.findById(file.id()));
        return intake.receiveWhole(file.id(), file.sha256(), file.intake())
                .flatMap(received -> commands.once(exchange, command -> arrival(known, own.task(), received, command))
                        .onErrorResume(refusal -> intake.forget(received).then(Mono.error(refusal))))
                .onErrorResume(Refusal.class, refusal -> rejected(file, refusal))
                .then(Mono.defer(() -> parts.discard(file.id())))
                .then(Mono.defer(() -> uploads.close(file.id())))
                .then();
    }

    private Mono<Outcome<?>> arrival(
            Mono<DeclaredFile> file, EvidenceTask task, ReceivedFile received, Command command) {
        return file.filter(DeclaredFile::isAwaited)
                .flatMap(awaited -> intake.describe(received, submission(awaited, task))
                        .flatMap(stored -> arrived(awaited, stored, command)));
    }

    private Mono<Outcome<?>> arrived(DeclaredFile awaited, StoredFile stored, Command command) {
        var file = awaited.arrived(stored, command.now());
        return takers.of(file)
                .taken(file, stored, command)
                .map(outcome -> outcome.inserting(stored).updating(file));
    }

    private static Submission submission(DeclaredFile file, EvidenceTask task) {
        return new Submission(
                UuidCreator.getTimeOrderedEpoch(),
                file.declaredBy(),
                task.subjectType(),
                task.subjectId(),
                file.purpose(),
                file.fileName(),
                file.capturedAt(),
                file.point(),
                task.startedAt(),
                file.note());
    }

    private Mono<Void> rejected(DeclaredFile file, Refusal refusal) {
        if (!OF_CONTENT.contains(refusal.code())) {
            return Mono.error(refusal);
        }
        return parts.discard(file.id())
                .then(Mono.defer(() -> uploads.refuse(file.id(), refusal.code().name(), clock.instant())))
                .then(Mono.error(refusal));
    }
}
