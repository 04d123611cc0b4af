package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The host says it is another's (退单): once, within a working day, before it has begun. While it is undecided the clock of handling runs. */
@Component
class TicketReturnAsking {

    private final HotlineTickets tickets;
    private final DispatchRules rules;
    private final TicketClocks clocks;

    TicketReturnAsking(HotlineTickets tickets, DispatchRules rules, TicketClocks clocks) {
        this.tickets = tickets;
        this.rules = rules;
        this.clocks = clocks;
    }

    /**
     * Refused with {@code E_HOT_ALREADY_STARTED} once the citizen was contacted, with {@code E_GEN_DESIGNATED}, {@code E_GEN_RETURN_TWICE} or
     * {@code E_GEN_RETURN_WINDOW} when it may not any more.
     */
    Mono<Outcome<HotlineTicket>> ask(UUID ticketId, TicketReturn.Wish wish, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(before -> {
            requireNotStarted(before, command);
            var after = before.take(TicketMove.REQUEST_RETURN, command).done();
            before.returning().right().require(command.now());
            var host = Objects.requireNonNull(before.handling().hostUnitId());
            return requireOther(host, wish)
                    .then(clocks.returnDecision(after, command.now()))
                    .map(due -> Outcome.changed(after)
                            .inserting(TicketReturn.asked(after, host, wish, command))
                            .closing("SIGN_FOR")
                            .satisfying(ClockRules.SIGN_FOR, command.now())
                            .closing("CONTACT_CITIZEN")
                            .starting(due, TicketAlarms.returnDecision())
                            .opening("DECIDE_RETURN", Assignee.holders(HOTLINE_MANAGER), due.currentDueAt())
                            .announcing("returnRequested", Priority.ACTION, command.now()));
        });
    }

    /** Who has begun is told so, and not merely that the state does not allow it. */
    private static void requireNotStarted(HotlineTicket ticket, Command command) {
        var move = TicketMove.REQUEST_RETURN;
        if (ticket.status() == HotlineTicketStatus.IN_PROGRESS
                && command.seenVersion() == ticket.version()
                && move.hand().isOf(ticket, move.hands(), command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_HOT_ALREADY_STARTED,
                    "已联系诉求人开始办理,不能退单;确有困难可申请延期或请求协调。",
                    "The citizen was contacted and the work has begun: it is not returned any more.");
        }
    }

    private Mono<Void> requireOther(UUID host, TicketReturn.Wish wish) {
        return wish.suggestedUnitId().equals(host)
                ? Mono.error(Refusal.invalid("/suggestedUnitId", "建议承办单位须为其他单位。", "Suggest another unit."))
                : rules.requireUnits(Set.of(wish.suggestedUnitId()), "/suggestedUnitId");
    }
}
