package io.duban.documents.outgoing;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit takes its paper back (撤回), or asks for it once the next desk has opened it. */
@Component
class OutgoingWithdrawing {

    private final Dossiers dossiers;

    OutgoingWithdrawing(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** Whoever had it on his desk has it no more. */
    Mono<Outcome<Dossier>> withdraw(UUID documentId, String reason, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> gone(before, Withdrawing.withdrawn(before, reason, command), command));
    }

    Mono<Outcome<Dossier>> ask(UUID documentId, String reason, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> Withdrawing.asked(before, reason, command)
                        .changedFrom(before)
                        .opening(Desk.GRANT_WITHDRAWAL, holders(before), null)
                        .announcing("withdrawalAsked", Priority.ACTION, command.now()));
    }

    Mono<Outcome<Dossier>> answer(UUID documentId, boolean granted, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> granted
                        ? gone(before, Withdrawing.granted(before, command), command)
                        : Withdrawing.refused(before, command)
                                .changedFrom(before)
                                .closing(Desk.GRANT_WITHDRAWAL)
                                .announcing("withdrawalRefused", Priority.ACTION, command.now()));
    }

    /** Whoever has it at hand opens it; the second opening changes nothing. */
    Mono<Outcome<Dossier>> open(UUID documentId, Command command) {
        return dossiers.require(documentId, command.access().reach()).map(before -> {
            var after = Withdrawing.opened(before, command);
            return before.document().course().isOpened() ? Outcome.unchanged(before) : after.changedFrom(before);
        });
    }

    private static Outcome<Dossier> gone(Dossier before, Dossier after, Command command) {
        var outcome = OutgoingReview.offTheDesk(before, after, command)
                .closing(Desk.SUBMIT_FOR_REVIEW)
                .closing(Desk.ANSWER_COSIGN)
                .closing(Desk.CLOSE_COSIGN)
                .closing(Desk.COORDINATE_COSIGN)
                .closing(Desk.GIVE_LEGAL_OPINION)
                .closing(Desk.SIGN)
                .satisfying(LegalReview.STEP, command.now())
                .satisfying(Progress.SIGNATURE, command.now())
                .announcing("withdrawn", Priority.INFO, command.now());
        before.cosigns()
                .open()
                .forEach(request -> outcome.satisfying(CosignRequest.step(request.unitId()), command.now())
                        .satisfying(CosignRequest.extendedStep(request.unitId()), command.now()));
        return outcome;
    }

    private static Assignee holders(Dossier dossier) {
        return switch (dossier.document().status()) {
            case LEGAL_REVIEW -> Assignee.holders(Role.LEGAL_REVIEWER);
            case AWAITING_SIGNATURE -> Assignee.persons(dossier.sheet().personsAtHand());
            default -> Assignee.holders(Role.DOC_REVIEWER, Role.OFFICE_DIRECTOR);
        };
    }
}
