package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.subprocesses.ChaseRest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A ticket is urged: by its citizen as often as he calls (催单), each time counted; by the office once per working day (催办). What the clocks say at
 * yellow and red goes on its own.
 */
@Component
class TicketUrging {

    private static final String RULE = "HOT_CHASE";
    private static final String STEP = "CHASE";

    private final HotlineTickets tickets;
    private final UrgeRecords urges;
    private final Deadlines deadlines;
    private final Directory directory;

    TicketUrging(HotlineTickets tickets, UrgeRecords urges, Deadlines deadlines, Directory directory) {
        this.tickets = tickets;
        this.urges = urges;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    Mono<Outcome<HotlineTicket>> urge(UUID ticketId, UrgeRecord.Call call, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketAct.URGE, command).done())
                .flatMap(ticket -> rest(ticket, call, command)
                        .flatMap(rest -> concerned(ticket).map(told -> urged(ticket, call, told, rest, command))));
    }

    private static Outcome<HotlineTicket> urged(
            HotlineTicket ticket, UrgeRecord.Call call, Set<UUID> told, Optional<Instant> rest, Command command) {
        return Outcome.changed(ticket)
                .inserting(UrgeRecord.of(ticket, call, told, rest.orElse(null), command))
                .announcing(Event.of(call.byCitizen() ? "urged" : "chased", Priority.REMINDER, ticket, command.now())
                        .to(told));
    }

    /** Until when the office rests after this; empty inside for a citizen, who may call as often as he likes. */
    private Mono<Optional<Instant>> rest(HotlineTicket ticket, UrgeRecord.Call call, Command command) {
        if (call.byCitizen()) {
            return Mono.just(Optional.empty());
        }
        return urges.findFirstByTicketIdAndByCitizenFalseOrderByUrgedAtDesc(ticket.id())
                .doOnNext(last -> new ChaseRest(last.restsUntil()).require(command.now()))
                .then(deadlines.start(RULE, ticket.subjectType(), ticket.id(), STEP, command.now()))
                .map(Deadline::currentDueAt)
                .map(Optional::of);
    }

    /** Whoever has it: the host's head and liaisons, the dispatchers before that, the office's own people after the hand-in. */
    private Mono<Set<UUID>> concerned(HotlineTicket ticket) {
        return switch (ticket.status()) {
            case DISPATCHED, SIGNED, IN_PROGRESS, SUSPENDED -> atHost(ticket);
            case RETURN_REQUESTED, DISPUTED -> directory.holdersOf(HOTLINE_MANAGER);
            case FEEDBACK_SUBMITTED -> directory.holdersOf(HOTLINE_AUDITOR);
            case PENDING_CALLBACK -> directory.holdersOf(CALLBACK_AGENT);
            default -> directory.holdersOf(HOTLINE_DISPATCHER);
        };
    }

    private Mono<Set<UUID>> atHost(HotlineTicket ticket) {
        return Flux.<Role>just(UNIT_HEAD, UNIT_LIAISON)
                .concatMap(role -> directory.holdersAt(ticket.handling().hostUnitId(), role))
                .flatMapIterable(holders -> holders)
                .collect(Collectors.toSet());
    }
}
