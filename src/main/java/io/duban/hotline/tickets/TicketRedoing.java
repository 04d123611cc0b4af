package io.duban.hotline.tickets;

import io.duban.hotline.letters.WrittenAnswers;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.supervision.Urgency;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The citizen is not content (重办): what he wants is judged, and where it is reasonable a further round begins in the same command. */
@Component
class TicketRedoing {

    private final HotlineTickets tickets;
    private final CallbackAttempts attempts;
    private final UnitStarting units;
    private final StuckTickets stuck;
    private final WrittenAnswers letters;

    TicketRedoing(
            HotlineTickets tickets,
            CallbackAttempts attempts,
            UnitStarting units,
            StuckTickets stuck,
            WrittenAnswers letters) {
        this.tickets = tickets;
        this.attempts = attempts;
        this.units = units;
        this.stuck = stuck;
        this.letters = letters;
    }

    /**
     * The judgement.
     *
     * @param wishes what the citizen still wants
     * @param reason why that is not reasonable; required then
     * @param hostUnitId another host than before; null for the same, with the same co units
     */
    record Order(
            UUID ticketId,
            String wishes,
            boolean reasonable,
            @Nullable String reason,
            @Nullable UUID hostUnitId,
            Set<UUID> coUnitIds,
            @Nullable String instruction) {}

    /** What a redo rests on: the next dispatch, what the citizen said of the round before, and the matter of supervision it leads to. */
    private record Grounds(UnitStarting.Start next, Callback said, Optional<StuckTickets.Escalated> matter) {}

    /** {@code E_HOT_REDO_LIMIT} for a second redo by anybody but the manager; the third also becomes a matter of supervision. */
    Mono<Outcome<HotlineTicket>> judge(Order order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach())
                .flatMap(before -> order.reasonable()
                        ? redo(before, order, command)
                        : Mono.fromSupplier(() -> declined(before, order, command)));
    }

    /** It stays with the call-back, which records what the citizen said; the unit may ask for an exclusion. */
    private static Outcome<HotlineTicket> declined(HotlineTicket before, Order order, Command command) {
        var ticket = before.take(TicketAct.DECLINE_REDO, command).done();
        if (order.reason() == null || order.reason().isBlank()) {
            throw Refusal.invalid("/reason", "认定诉求不合理的,须写明理由。", "Say why the demand is not reasonable.");
        }
        return Outcome.changed(ticket)
                .inserting(RedoJudgement.of(before, order, command))
                .closing("REDO")
                .announcing("redoDeclined", Priority.INFO, command.now());
    }

    private Mono<Outcome<HotlineTicket>> redo(HotlineTicket before, Order order, Command command) {
        var edit = before.take(TicketMove.REDO, command);
        before.callback().recourse().requireRedoBy(command.officer());
        return units.startAgain(before, dispatch(before.handling(), order), command.now())
                .flatMap(next -> attempts.heard(before)
                        .flatMap(said -> matter(before, order, command)
                                .map(matter -> begun(before, edit, new Grounds(next, said, matter), command))))
                .map(outcome -> outcome.inserting(RedoJudgement.of(before, order, command)))
                .flatMap(outcome -> letters.outdated(before.id(), command.now())
                        .map(outcome::including)
                        .defaultIfEmpty(outcome));
    }

    private static Outcome<HotlineTicket> begun(
            HotlineTicket before, TicketEdit edit, Grounds grounds, Command command) {
        var callback = before.callback().nextRound();
        grounds.matter().ifPresent(matter -> edit.lineage(before.lineage().withMatter(matter.id())));
        edit.moved(TicketMove.DISPATCH_AGAIN)
                .nextRound()
                .callback(callback.with(callback.recourse().redone()));
        var outcome = grounds.next()
                .outcome(grounds.next().on(edit, returning(before, grounds.next())))
                .inserting(TicketRound.ended(before, grounds.said(), TicketRound.Ending.REDONE, command))
                .closing("CALL_BACK")
                .closing("REDO")
                .announcing("redo", Priority.ACTION, command.now());
        grounds.matter().ifPresent(matter -> matter.addTo(outcome, command.now()));
        return outcome;
    }

    private static DispatchOrder dispatch(Handling before, Order order) {
        return order.hostUnitId() == null
                ? DispatchOrder.of(before.hostUnitId(), before.coUnitIds(), order.instruction())
                : DispatchOrder.of(order.hostUnitId(), order.coUnitIds(), order.instruction());
    }

    /** Another host than before has the window of a first dispatch. */
    private static Returning returning(HotlineTicket before, UnitStarting.Start next) {
        return next.order().hostUnitId().equals(before.handling().hostUnitId())
                ? before.returning().again()
                : before.returning().dispatched(next.clocks().returnUntil());
    }

    private Mono<Optional<StuckTickets.Escalated>> matter(HotlineTicket before, Order order, Command command) {
        if (!before.callback().recourse().leadsToSupervision()
                || before.lineage().matterId() != null) {
            return Mono.just(Optional.empty());
        }
        var why = "工单 %s 已多次重办,诉求人仍不满意。".formatted(before.ticketNumber());
        var words = order.instruction() == null ? why : why + order.instruction();
        return stuck.matter(before, words, Urgency.NORMAL, command).map(Optional::of);
    }
}
