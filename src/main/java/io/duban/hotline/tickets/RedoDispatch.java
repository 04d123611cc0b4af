package io.duban.hotline.tickets;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the dispatch of a redo is made of: the units, their clocks, and whether they may give it back. */
@Component
class RedoDispatch {

    private static final String RULE = "HOT_REDO";
    private static final String RETURN_RULE = "HOT_RETURN";

    private final Deadlines deadlines;
    private final Directory directory;

    RedoDispatch(Deadlines deadlines, Directory directory) {
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /**
     * The next dispatch.
     *
     * @param clocks of handling, signing for and contacting the citizen, in this order
     */
    record Again(Handling handling, Returning returning, List<Deadline> clocks) {

        Deadline handle() {
            return clocks.get(0);
        }

        Deadline signFor() {
            return clocks.get(1);
        }
    }

    /** {@code E_GEN_VALIDATION} at {@code /hostUnitId} for a unit that cannot sign for it, {@code E_GEN_HOST_REQUIRED} for a host that is a co unit. */
    Mono<Again> again(HotlineTicket before, TicketRedoing.Order order, Command command) {
        var handling = handling(before.handling(), order, command);
        return requireUnits(handling)
                .then(Mono.defer(() -> returning(before, handling, command)))
                .flatMap(returning -> clocks(before, command).map(clocks -> new Again(handling, returning, clocks)));
    }

    private static Handling handling(Handling before, TicketRedoing.Order order, Command command) {
        var host = order.hostUnitId() == null ? before.hostUnitId() : order.hostUnitId();
        if (host == null) {
            throw Refusal.invalid("/hostUnitId", "请指定重办的主办单位。", "Name the unit that does it again.");
        }
        var co = order.hostUnitId() == null ? before.coUnitIds() : order.coUnitIds();
        return before.dispatched(host, co, order.instruction(), command.now());
    }

    /** Who has handled it has taken it on, and does not give it back; another host has the window of a first dispatch. */
    private Mono<Returning> returning(HotlineTicket before, Handling next, Command command) {
        var right = before.returning();
        if (Objects.equals(next.hostUnitId(), before.handling().hostUnitId())) {
            return Mono.just(new Returning(right.designated(), true, null, right.returns()));
        }
        return start(RETURN_RULE, RETURN_RULE, before, command)
                .map(window -> new Returning(false, false, window.currentDueAt(), right.returns()));
    }

    private Mono<List<Deadline>> clocks(HotlineTicket ticket, Command command) {
        var rules = ClockRules.of(ticket);
        return Flux.concat(
                        start(RULE, ClockRules.HANDLE, ticket, command),
                        start(rules.signFor(), ClockRules.SIGN_FOR, ticket, command),
                        start(rules.contact(), ClockRules.CONTACT, ticket, command))
                .collectList();
    }

    private Mono<Deadline> start(String rule, String step, HotlineTicket ticket, Command command) {
        return deadlines.start(rule, ticket.subjectType(), ticket.id(), step, command.now());
    }

    private Mono<Void> requireUnits(Handling next) {
        return directory
                .canAllSignFor(next.units())
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/hostUnitId", "主办或协办单位不存在。", "The host or a co unit does not exist.")));
    }
}
