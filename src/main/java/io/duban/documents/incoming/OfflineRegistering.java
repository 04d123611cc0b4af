package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.documents.incoming.Sender.Channel;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Papers the registrar himself brings in: a notice by telephone, fax or telegram, and what was acted on outside (补登). */
@Component
class OfflineRegistering {

    private final Registering registering;
    private final Directory directory;

    OfflineRegistering(Registering registering, Directory directory) {
        this.registering = registering;
        this.directory = directory;
    }

    /** A notice as it was taken down: who called, from where, when. */
    record Notice(
            String senderName, @Nullable String senderNumber, String caller, Content content, Register.Facts facts) {}

    /** What a leader received or wrote directly. */
    record Bypass(
            UUID leaderId,
            LocalDate date,
            String handedBy,
            String reason,
            String senderName,
            @Nullable String senderNumber,
            Content content,
            Register.Facts facts) {}

    Mono<Outcome<PaperFile>> note(Notice notice, Command command) {
        requireRegistrar(command);
        if (notice.content().docType().ordinal() < IncomingDocType.TELEGRAM.ordinal()) {
            throw Refusal.invalid(
                    "/docType", "电话、传真、电报通知登记为电报、传真或其他。", "A notice is a telegram, a fax or another paper.");
        }
        var sender = sender(notice.senderName(), notice.senderNumber(), Channel.NOTICE, command);
        return registered(sender, notice.content(), Register.NONE, notice.facts(), command)
                .map(numbered -> numbered.outcome("REGISTER_NOTICE", "来电人:" + notice.caller(), command));
    }

    /** It is in the register from now on, and in the bypass ledger for good. */
    Mono<Outcome<PaperFile>> register(Bypass bypass, Command command) {
        requireRegistrar(command);
        if (bypass.date().isAfter(LocalDate.ofInstant(command.now(), IncomingDelivery.OFFICE))) {
            throw Refusal.invalid("/date", "日期不能晚于今天。", "The date does not lie ahead.");
        }
        var sender = sender(bypass.senderName(), bypass.senderNumber(), Channel.OFFLINE, command);
        var register = Register.bypassed(bypass.leaderId(), bypass.date(), bypass.handedBy(), bypass.reason());
        return requireLeader(bypass.leaderId())
                .then(registered(sender, bypass.content(), register, bypass.facts(), command))
                .map(numbered -> numbered.outcome("REGISTER_OFFLINE", bypass.reason(), command))
                .map(outcome -> outcome.opening(Desk.SEE_BYPASS, Assignee.holders(OFFICE_DIRECTOR), null)
                        .announcing(Signals.bypass(outcome.subject(), command.now())));
    }

    private Mono<Registering.Numbered> registered(
            Sender sender, Content content, Register register, Register.Facts facts, Command command) {
        var document = IncomingDocument.delivered(UuidCreator.getTimeOrderedEpoch(), sender, content, register, command)
                .asRegistered();
        var found = new Content.Reclassified(null, null, null, null, content.handlingKind(), null);
        return registering.numbered(document, facts, found, command);
    }

    private static Sender sender(String name, @Nullable String number, Channel channel, Command command) {
        return new Sender(
                null, name, number, null, null, channel, command.officer().id(), command.now(), null, null, null, null);
    }

    private static void requireRegistrar(Command command) {
        if (!command.officer().has(REGISTRAR)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "来文只由文书登记。", "Only the registrar registers papers.");
        }
    }

    private Mono<Void> requireLeader(UUID person) {
        return Flux.just(CHIEF_LEADER, DEPUTY_LEADER)
                .concatMap(role -> directory.holds(person, role, null))
                .any(Boolean::booleanValue)
                .flatMap(leader -> leader
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/leaderId", "须注明哪位领导。", "Say which leader it was.")));
    }
}
