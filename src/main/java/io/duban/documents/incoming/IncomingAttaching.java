package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.EvidenceIntake;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.ReceivedFile;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.Submission;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Collections;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of a paper: the original, handwriting, recordings, results. Received first, then put to the paper like any other change. */
@Component
class IncomingAttaching {

    private final PaperFiles files;
    private final EvidenceIntake intake;

    IncomingAttaching(PaperFiles files, EvidenceIntake intake) {
        this.files = files;
        this.intake = intake;
    }

    record Attachment(UUID documentId, String fileName, ReceivedFile file) {}

    /** Takes the bytes of whoever may attach; nobody else's are even read. */
    Mono<Attachment> receive(UUID documentId, String fileName, Flux<DataBuffer> body, Access access) {
        return files.require(documentId, access)
                .doOnNext(file -> requireHand(file, access.officer()))
                .doOnError(refusal -> drop(body))
                .then(Mono.defer(() -> intake.receive(body, Intake.ATTACHMENT)))
                .map(file -> new Attachment(documentId, fileName, file));
    }

    Mono<Outcome<PaperFile>> attach(Attachment attachment, Command command) {
        return files.require(attachment.documentId(), command.access())
                .flatMap(before -> Mono.fromCallable(
                                () -> before.with(before.document().touched(command)))
                        .flatMap(after -> described(attachment, before, command).map(after::attaching))
                        .map(after -> after.changedFrom(before, "ATTACH", attachment.fileName(), command)
                                .announcing("attached", Priority.INFO, command.now())));
    }

    private Mono<StoredFile> described(Attachment attachment, PaperFile before, Command command) {
        return intake.describe(
                attachment.file(),
                new Submission(
                        UuidCreator.getTimeOrderedEpoch(),
                        command.actor().id(),
                        before.subjectType(),
                        before.id(),
                        null,
                        attachment.fileName(),
                        null,
                        null,
                        null,
                        null));
    }

    /** Whoever has part in the paper, and the office's desk; not everybody who may read it. */
    private static void requireHand(PaperFile file, Officer officer) {
        if (!PaperFiles.worksOnPapers(officer)
                && !officer.has(Role.ARCHIVIST)
                && Collections.disjoint(file.document().participantIds(), officer.hands())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "您不经办这份文件,不能添加附件。", "You have no part in this paper.");
        }
    }

    private static void drop(Flux<DataBuffer> body) {
        body.subscribe(DataBufferUtils.releaseConsumer(), ignored -> {});
    }
}
