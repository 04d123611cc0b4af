package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_DISPATCHER;
import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A ticket begins, or begins a further round, however that came about: the one place where a citizen's data enter. */
@Component
class TicketOpening {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final HotlineTickets tickets;
    private final TicketCalls calls;
    private final CallerKeys keys;
    private final RepeatDemands repeats;
    private final WrongdoingReports reports;
    private final Deadlines deadlines;

    TicketOpening(
            HotlineTickets tickets,
            TicketCalls calls,
            CallerKeys keys,
            RepeatDemands repeats,
            WrongdoingReports reports,
            Deadlines deadlines) {
        this.tickets = tickets;
        this.calls = calls;
        this.keys = keys;
        this.repeats = repeats;
        this.reports = reports;
        this.deadlines = deadlines;
    }

    /**
     * What a ticket is opened with.
     *
     * @param callId the first ticket of the same call; null when this is the first
     */
    record Opening(
            TicketIntake.Acceptance acceptance,
            Lineage lineage,
            @Nullable UUID callId) {}

    /** The ticket, received, with its dispatch clock and its place on the dispatchers' desks. */
    Mono<Outcome<HotlineTicket>> open(Opening opening, Command command) {
        var acceptance = opening.acceptance();
        var callerKey = keys.of(acceptance.citizen(), acceptance.demand());
        return Mono.zip(
                        tickets.nextNumber(),
                        repeats.before(
                                acceptance.demand(),
                                callerKey,
                                opening.lineage().reopenOf()))
                .flatMap(found -> {
                    var number = "RX%s%06d".formatted(DAY.format(command.now()), found.getT1());
                    var earlier = found.getT2().toTell();
                    var ticket = received(opening, number, !earlier.isEmpty(), command);
                    // A report shares its call with no other ticket: theirs would lead to the reporter, and the
                    // reported from theirs to it.
                    var callId =
                            opening.callId() == null || ticket.demand().isReport() ? ticket.id() : opening.callId();
                    var outcome = Outcome.created(ticket)
                            .announcing("received", Priority.ACTION, command.now())
                            .stating("repeats", found.getT2().count());
                    reports.filed(outcome, acceptance.citizen(), acceptance.reported(), command);
                    return begun(outcome, TicketCall.of(ticket.id(), callId, callerKey, acceptance.telling()), command)
                            .map(begun -> told(earlier, begun, command));
                });
    }

    /**
     * A further round of a ticket, with what is told about it now.
     *
     * @param outcome what becomes of what was before
     */
    Mono<Outcome<HotlineTicket>> again(
            Outcome<HotlineTicket> outcome, TicketIntake.Acceptance acceptance, Command command) {
        var ticket = outcome.subject();
        var telling = acceptance.telling();
        var callerKey = keys.of(acceptance.citizen(), ticket.demand());
        return calls.findById(ticket.id())
                .map(call -> call.toldAnew(callerKey, telling))
                .defaultIfEmpty(TicketCall.of(ticket.id(), ticket.id(), callerKey, telling))
                .flatMap(call -> begun(outcome, call, command))
                .flatMap(begun -> reports.filedAgain(begun, acceptance.citizen(), acceptance.reported(), command));
    }

    /** A received ticket waits for a dispatcher, and not for long. Every citizen's data pass here, at each beginning. */
    private Mono<Outcome<HotlineTicket>> begun(Outcome<HotlineTicket> outcome, TicketCall call, Command command) {
        var ticket = outcome.subject();
        return deadlines
                .start("HOT_DISPATCH_ORD", ticket.subjectType(), ticket.id(), ClockRules.DISPATCH, command.now())
                .map(due -> (call.version() == 1 ? outcome.inserting(call) : outcome.updating(call))
                        .starting(due)
                        .opening("CLASSIFY", Assignee.holders(HOTLINE_DISPATCHER), due.currentDueAt()));
    }

    private static HotlineTicket received(Opening opening, String number, boolean repeated, Command command) {
        var acceptance = opening.acceptance();
        return HotlineTicket.received(
                UuidCreator.getTimeOrderedEpoch(),
                number,
                acceptance.source(),
                acceptance.demand(),
                acceptance.citizen(),
                Term.NONE.outside(acceptance.outerDueAt()),
                opening.lineage(),
                Intake.NONE.unreviewed(CallerAlert.Kind.REPEAT_DEMAND, repeated),
                acceptance.reported().keptFrom(command.officer().id()),
                command.now());
    }

    private static Outcome<HotlineTicket> told(List<UUID> earlier, Outcome<HotlineTicket> outcome, Command command) {
        if (earlier.isEmpty()) {
            return outcome;
        }
        var ticket = outcome.subject();
        return outcome.inserting(CallerAlert.repeat(ticket.id(), earlier, command))
                .opening(CallerAlert.Kind.REPEAT_DEMAND.review(), Assignee.holders(HOTLINE_MANAGER), null)
                .announcing(new Event(
                        "hotline.repeat.detected",
                        Priority.ACTION,
                        ticket.subjectType(),
                        ticket.id(),
                        ticket.version(),
                        ticket.title(),
                        ticket.state(),
                        ticket.audience(),
                        Set.of(),
                        null,
                        AlertLight.NONE,
                        command.now()));
    }
}
