package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Objects;

/** Taking a paper back (domain 0.4 撤回): freely until the next desk has opened it, after that by leave of whoever has it at hand. */
final class Withdrawing {

    private Withdrawing() {}

    static Dossier withdrawn(Dossier before, String reason, Command command) {
        Duties.ofUnitHead(before.document(), WITHDRAW, command);
        if (before.document().course().isOpened()) {
            throw Refusal.illegalState(WITHDRAW.name(), "opened by the next desk", List.of(ASK_WITHDRAWAL.name()));
        }
        return gone(before, WITHDRAW, reason, command);
    }

    static Dossier asked(Dossier before, String reason, Command command) {
        var document = before.document();
        Duties.ofUnitHead(document, ASK_WITHDRAWAL, command);
        return before.with(
                document.moved(ASK_WITHDRAWAL, command).with(document.course().withdrawalAsked(reason, command.now())));
    }

    static Dossier granted(Dossier before, Command command) {
        ofHolder(before, GRANT_WITHDRAWAL, command);
        var reason = requireAsked(before, GRANT_WITHDRAWAL);
        return gone(before, GRANT_WITHDRAWAL, reason, command);
    }

    static Dossier refused(Dossier before, Command command) {
        ofHolder(before, REFUSE_WITHDRAWAL, command);
        requireAsked(before, REFUSE_WITHDRAWAL);
        var document = before.document();
        return before.with(document.moved(REFUSE_WITHDRAWAL, command)
                .with(document.course().withdrawalRefused()));
    }

    /** Somebody it lies with has opened it. */
    static Dossier opened(Dossier before, Command command) {
        ofHolder(before, OPEN, command);
        return before.with(before.document().opened(command).moved(OPEN, command));
    }

    /** Who had not decided or answered is spared, and stays on his sheet as such. */
    private static Dossier gone(Dossier before, OutgoingMove move, String reason, Command command) {
        var document = before.document();
        return before.with(
                        document.moved(move, command).with(document.progress().withdrawn(reason, command.now())))
                .with(before.sheet().lapsed())
                .with(before.cosigns().lapsed(command.now()))
                .with(before.legality().lapsed(command.now()));
    }

    static boolean isHolder(Dossier dossier, Officer officer) {
        return switch (dossier.document().status()) {
            case OFFICE_REVIEW -> officer.has(DOC_REVIEWER, OFFICE_DEPUTY, OFFICE_DIRECTOR);
            case LEGAL_REVIEW -> officer.has(LEGAL_REVIEWER);
            case AWAITING_SIGNATURE -> dossier.sheet().atHand(officer.id()).isPresent();
            default -> false;
        };
    }

    private static void ofHolder(Dossier before, OutgoingMove move, Command command) {
        Duties.check(before.document(), move, command);
        if (!isHolder(before, command.officer())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "文件不在您手中。", "The paper does not lie with you.");
        }
        var document = before.document();
        command.requireCovers(
                document.paper().docType().name(), document.origin().draftingUnitId(), false);
    }

    private static String requireAsked(Dossier before, OutgoingMove move) {
        if (before.document().course().withdrawalReason() == null) {
            throw Refusal.illegalState(move.name(), "no withdrawal asked", List.of());
        }
        return Objects.requireNonNull(before.document().course().withdrawalReason());
    }
}
