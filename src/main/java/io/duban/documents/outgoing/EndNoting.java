package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.NOTE_END;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/** A recipient takes note that a paper it got is no longer in force. */
final class EndNoting {

    private EndNoting() {}

    static boolean isDue(Dossier dossier) {
        return NOTE_END.from().contains(dossier.document().status());
    }

    static Outcome<Dossier> noted(Dossier before, Command command) {
        var after = noting(before, command);
        var outcome = after.changedFrom(before).announcing("endNoted", Priority.INFO, command.now());
        before.deliveries().stream()
                .filter(delivery -> delivery.endNotedAt() == null && OutgoingIssuing.isOf(command.officer(), delivery))
                .forEach(delivery -> outcome.closingAt(Desk.NOTE_END, delivery.unitId()));
        return outcome;
    }

    static Dossier noting(Dossier before, Command command) {
        NOTE_END.check(before.document().status(), command.seenVersion(), command);
        if (before.deliveries().stream()
                .noneMatch(delivery ->
                        delivery.endNotedAt() == null && OutgoingIssuing.isOf(command.officer(), delivery))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "这份文件没有发给您的单位,或者已阅知。", "It was not sent to your unit, or was noted.");
        }
        var deliveries = before.deliveries().stream()
                .map(delivery -> delivery.endNotedAt() == null && OutgoingIssuing.isOf(command.officer(), delivery)
                        ? delivery.endNoted(command.officer().id(), command.now())
                        : delivery)
                .toList();
        return before.with(before.document().moved(NOTE_END, command)).withDeliveries(deliveries);
    }
}
