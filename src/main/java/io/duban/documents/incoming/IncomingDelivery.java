package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.documents.incoming.Sender.Channel;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A paper comes in: from a partner's system, from a unit of the district, or from a leader who was handed it (转办公室). */
@Component
class IncomingDelivery {

    static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final IncomingDocuments documents;
    private final PaperFiles files;
    private final Deadlines deadlines;

    IncomingDelivery(IncomingDocuments documents, PaperFiles files, Deadlines deadlines) {
        this.documents = documents;
        this.files = files;
        this.deadlines = deadlines;
    }

    /** To whom it is addressed: the office takes papers, a person takes none (直送领导个人). */
    enum RecipientKind {
        ORGANIZATION,
        PERSON
    }

    /** What came. */
    record Delivered(
            RecipientKind recipientKind,
            String senderName,
            @Nullable String senderNumber,
            @Nullable UUID signerId,
            @Nullable String signerName,
            @Nullable String sourceSystem,
            @Nullable String sourceId,
            @Nullable Long sourceVersion,
            Content content) {}

    /** What a leader was handed. */
    record HandedOver(@Nullable String handedBy, Content content) {}

    Mono<Outcome<PaperFile>> deliver(Delivered delivered, Command command) {
        requireAddressedToOffice(delivered);
        requireOwnSource(delivered, command);
        return deliveredBefore(delivered, command)
                .switchIfEmpty(Mono.defer(() -> received(sender(delivered, command), delivered.content(), command)));
    }

    Mono<Outcome<PaperFile>> handOver(HandedOver handed, Command command) {
        if (!command.officer().has(CHIEF_LEADER, DEPUTY_LEADER)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "转办公室由领导本人操作。", "Handing over to the office is a leader's.");
        }
        var by = handed.handedBy() == null ? "(未注明)" : handed.handedBy();
        var sender = new Sender(
                null,
                by,
                null,
                null,
                null,
                Channel.HANDED_OVER,
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null);
        var today = LocalDate.ofInstant(command.now(), OFFICE);
        var register = Register.handedOver(command.officer().id(), today, handed.handedBy());
        return delivered(sender, handed.content(), register, command);
    }

    private Mono<Outcome<PaperFile>> received(Sender sender, Content content, Command command) {
        return delivered(sender, content, Register.NONE, command);
    }

    /** The clock of the receipt starts with the delivery, not when somebody deigns to look (domain D4). */
    private Mono<Outcome<PaperFile>> delivered(Sender sender, Content content, Register register, Command command) {
        var document =
                IncomingDocument.delivered(UuidCreator.getTimeOrderedEpoch(), sender, content, register, command);
        return deadlines
                .start(
                        content.urgency().signRule(),
                        PaperFile.SUBJECT_TYPE,
                        document.id(),
                        Course.SIGN_FOR,
                        command.now())
                .map(due -> opened(document, due, command));
    }

    private static Outcome<PaperFile> opened(IncomingDocument document, Deadline due, Command command) {
        var timed = document.with(document.course().running(due));
        return Outcome.about(PaperFile.of(timed))
                .inserting(timed)
                .inserting(JournalEntry.of("DELIVER", timed, null, command))
                .starting(due)
                .opening(Desk.SIGN_FOR, Assignee.holders(REGISTRAR), due.currentDueAt())
                .announcing("delivered", timed.content().urgency().priority(), command.now());
    }

    /** A repeat gets the first result; other content under the same version is a mistake somebody must see. */
    private Mono<Outcome<PaperFile>> deliveredBefore(Delivered delivered, Command command) {
        if (delivered.sourceSystem() == null || delivered.sourceId() == null || delivered.sourceVersion() == null) {
            return Mono.empty();
        }
        return documents
                .findBySource(delivered.sourceSystem(), delivered.sourceId(), delivered.sourceVersion())
                .doOnNext(document -> requireSameContent(document, command))
                .flatMap(document -> files.require(document.id(), command.access()))
                .map(Outcome::unchanged);
    }

    private static void requireSameContent(IncomingDocument document, Command command) {
        if (!document.sender().sent(hash(command))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT,
                    "同一来源编号和版本已送达过不同的内容;内容有变请提高 sourceVersion。",
                    "Other content was delivered under this source id and version; raise sourceVersion for a change.");
        }
    }

    private static Sender sender(Delivered delivered, Command command) {
        var officer = command.officer();
        var partner = officer.sourceSystem() != null;
        return new Sender(
                partner ? null : unitOf(officer),
                delivered.senderName(),
                delivered.senderNumber(),
                delivered.signerId(),
                delivered.signerName(),
                partner ? Channel.PARTNER : Channel.UNIT,
                officer.id(),
                command.now(),
                delivered.sourceSystem(),
                delivered.sourceId(),
                delivered.sourceVersion(),
                partner ? hash(command) : null);
    }

    private static String hash(Command command) {
        return HexFormat.of().formatHex(command.fingerprint());
    }

    private static UUID unitOf(Officer officer) {
        return officer.posts().stream()
                .filter(post -> post.role().speaksForUnit())
                .map(Post::unitId)
                .min((one, other) -> Boolean.compare(other.equals(officer.unitId()), one.equals(officer.unitId())))
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "由单位负责人或联络员送文。", "Papers are delivered by who speaks for a unit."));
    }

    private static void requireAddressedToOffice(Delivered delivered) {
        if (delivered.recipientKind() == RecipientKind.PERSON) {
            throw Refusal.of(
                    RefusalCode.E_DOC_ADDRESSED_TO_PERSON,
                    "公文不得直送领导个人,请主送机关,由办公室统一受理。",
                    "Papers are addressed to the office, not to a leader in person.");
        }
    }

    /** A partner speaks for its own system only, and always names source, id and version. */
    private static void requireOwnSource(Delivered delivered, Command command) {
        var own = command.officer().sourceSystem();
        if (own == null ? delivered.sourceSystem() != null : !own.equals(delivered.sourceSystem())) {
            throw Refusal.invalid(
                    "/sourceSystem",
                    "对接系统须填写自己的 sourceSystem,其他人不填。",
                    "A partner names its own sourceSystem, nobody else names one.");
        }
        if (own != null && (delivered.sourceId() == null || delivered.sourceVersion() == null)) {
            throw Refusal.invalid(
                    "/sourceId",
                    "sourceSystem、sourceId、sourceVersion 须同时提供。",
                    "sourceSystem, sourceId and sourceVersion go together.");
        }
    }
}
