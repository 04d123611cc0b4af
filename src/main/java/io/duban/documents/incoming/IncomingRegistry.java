package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.incoming.Ending.RejectReason;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The registrar's desk: signed for (签收), refused (拒收), registered (登记). */
@Component
class IncomingRegistry {

    private final PaperFiles files;
    private final IncomingDocuments documents;
    private final Registering registering;
    private final Directory directory;

    IncomingRegistry(PaperFiles files, IncomingDocuments documents, Registering registering, Directory directory) {
        this.files = files;
        this.documents = documents;
        this.registering = registering;
        this.directory = directory;
    }

    /** What the registrar writes into the register. */
    record Registration(
            UUID documentId,
            Register.Facts facts,
            Content.Reclassified found,
            @Nullable String senderName,
            @Nullable String senderNumber,
            @Nullable UUID signerId,
            @Nullable String signerName) {}

    Mono<Outcome<PaperFile>> signFor(UUID documentId, int pages, Command command) {
        return files.require(documentId, command.access())
                .map(before -> before.with(before.document()
                                .moved(SIGN_FOR, command)
                                .with(before.document()
                                        .course()
                                        .at(command.now())
                                        .stopped()))
                        .changedFrom(before, SIGN_FOR.name(), "清点%d页".formatted(pages), command)
                        .closing(Desk.SIGN_FOR)
                        .satisfying(Course.SIGN_FOR, command.now())
                        .opening(Desk.REGISTER, Assignee.holders(REGISTRAR), null)
                        .announcing("received", Priority.INFO, command.now()));
    }

    Mono<Outcome<PaperFile>> reject(UUID documentId, RejectReason why, @Nullable String words, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            var rejected = before.with(before.document()
                    .moved(REJECT, command)
                    .with(Ending.rejected(why, words))
                    .with(before.document().course().at(command.now()).stopped()));
            // A trigger erases in the same statement what was written of it elsewhere: to-dos, events, stored answers,
            // files.
            var after = why == RejectReason.CLASSIFIED ? rejected.erased() : rejected;
            return Desk.cleared(after.changedFrom(before, REJECT.name(), words, command), before, command.now())
                    .announcing("returned", Priority.ACTION, command.now());
        });
    }

    /** The number is taken and given in the statement that registers the paper, so that none is lost or given twice. */
    Mono<Outcome<PaperFile>> register(Registration registration, Command command) {
        return files.require(registration.documentId(), command.access())
                .doOnNext(before -> before.document().check(REGISTER, command))
                .flatMap(before -> corrected(before, registration, command)
                        .flatMap(document ->
                                registering.numbered(document, registration.facts(), registration.found(), command))
                        .map(numbered -> numbered.outcome(before, REGISTER.name(), command)));
    }

    private Mono<IncomingDocument> corrected(PaperFile before, Registration registration, Command command) {
        return Mono.fromCallable(() -> before.document().moved(REGISTER, command))
                .map(document -> document.with(document.sender()
                        .corrected(
                                registration.senderName(),
                                registration.senderNumber(),
                                registration.signerId(),
                                registration.signerName())))
                .delayUntil(document -> requireSigned(document, registration))
                .delayUntil(this::requireNew);
    }

    /** 上行文 names its 签发人; for a unit of the district he must be its head. */
    private Mono<Void> requireSigned(IncomingDocument document, Registration registration) {
        var type = registration.found().docType() == null
                ? document.content().docType()
                : registration.found().docType();
        if (!registration.facts().upward() && !type.isUpward()) {
            return Mono.empty();
        }
        var sender = document.sender();
        if (sender.senderUnitId() == null) {
            var named = sender.signerName() != null && !sender.signerName().isBlank();
            return named ? Mono.empty() : Mono.error(unsigned());
        }
        return sender.signerId() == null
                ? Mono.error(unsigned())
                : directory
                        .holds(sender.signerId(), UNIT_HEAD, sender.senderUnitId())
                        .flatMap(head -> head ? Mono.empty() : Mono.error(unsigned()));
    }

    private Mono<Void> requireNew(IncomingDocument document) {
        var number = document.sender().senderNumber();
        return number == null
                ? Mono.empty()
                : documents
                        .isRegistered(document.sender().key(), number)
                        .flatMap(known -> known ? Mono.error(duplicate(number)) : Mono.empty());
    }

    private static Refusal unsigned() {
        return Refusal.of(
                RefusalCode.E_DOC_UNSIGNED_BY_UNIT_HEAD,
                "上行文须有来文单位主要负责人签发;请退回补签。",
                "A paper to a superior names the head of the unit who signed it.");
    }

    private static Refusal duplicate(String number) {
        return Refusal.of(
                RefusalCode.E_DOC_DUPLICATE,
                "该来文单位的“%s”已经登记,请核对;重复来文可拒收。".formatted(number),
                "This sender's %s is in the register already.".formatted(number));
    }
}
