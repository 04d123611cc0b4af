package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.ATTACH;

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
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that belong to a draft (附件): received first, then put to the document like any other change. */
@Component
class OutgoingAttaching {

    private final Dossiers dossiers;
    private final EvidenceIntake intake;

    OutgoingAttaching(Dossiers dossiers, EvidenceIntake intake) {
        this.dossiers = dossiers;
        this.intake = intake;
    }

    record Attachment(UUID documentId, String fileName, ReceivedFile file) {}

    /** Takes the bytes of whoever may attach; nobody else's are even read. */
    Mono<Attachment> receive(UUID documentId, String fileName, Flux<DataBuffer> body, Access access) {
        return dossiers.require(documentId, access.reach())
                .doOnNext(dossier -> requireDraftingUnit(dossier, access))
                .doOnError(refusal -> drop(body))
                .then(Mono.defer(() -> intake.receive(body, Intake.ATTACHMENT)))
                .map(file -> new Attachment(documentId, fileName, file));
    }

    Mono<Outcome<Dossier>> attach(Attachment attachment, Command command) {
        return dossiers.require(attachment.documentId(), command.access().reach())
                .flatMap(before -> Mono.fromCallable(
                                () -> before.with(before.document().attachedTo(command)))
                        .zipWith(described(attachment, before, command), Dossier::attaching)
                        .map(after -> after.changedFrom(before).announcing("attached", Priority.INFO, command.now())));
    }

    /** An attachment of this very document, in reach. */
    Mono<StoredFile> require(UUID documentId, UUID attachmentId, Access access) {
        return dossiers.require(documentId, access.reach())
                .flatMapIterable(Dossier::attachments)
                .filter(file -> file.id().equals(attachmentId))
                .next()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<StoredFile> described(Attachment attachment, Dossier before, Command command) {
        return intake.describe(
                attachment.file(),
                new Submission(
                        UuidCreator.getTimeOrderedEpoch(),
                        command.officer().id(),
                        before.subjectType(),
                        before.id(),
                        null,
                        attachment.fileName(),
                        null,
                        null,
                        null,
                        null));
    }

    /** Not the state: a repeated key gets its stored answer, however far the document has gone since. */
    private static void requireDraftingUnit(Dossier dossier, Access access) {
        var unit = dossier.document().origin().draftingUnitId();
        if (ATTACH.hands().stream().noneMatch(role -> access.officer().hasAt(unit, role))) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "只有拟稿单位能办理这一步。", "Only the drafting unit takes this step.");
        }
    }

    private static void drop(Flux<DataBuffer> body) {
        body.subscribe(DataBufferUtils.releaseConsumer(), ignored -> {});
    }
}
