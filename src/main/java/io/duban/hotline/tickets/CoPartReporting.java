package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.subprocesses.CoOpinion;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Co units report their part to the host (协办), and the host sends back once what has no substance (domain 0.4). */
@Component
class CoPartReporting {

    private static final String RESUBMIT = "HOT_CO_RESUBMIT";

    private final HotlineTickets tickets;
    private final CoParts parts;
    private final Deadlines deadlines;
    private final Directory directory;

    CoPartReporting(HotlineTickets tickets, CoParts parts, Deadlines deadlines, Directory directory) {
        this.tickets = tickets;
        this.parts = parts;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    Mono<Outcome<HotlineTicket>> report(UUID ticketId, UUID unitId, String facts, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> reported(ticket, unitId, command))
                .flatMap(ticket -> directory
                        .holdersAt(ticket.handling().hostUnitId(), UNIT_HEAD)
                        .map(heads -> Outcome.changed(ticket)
                                .inserting(CoPart.reported(ticket, unitId, facts, command))
                                .closingAt(PartStep.TODO, unitId)
                                .satisfying(CoPart.clock(unitId), command.now())
                                .announcing(Event.of("partReported", Priority.INFO, ticket, command.now())
                                        .to(heads))));
    }

    Mono<Outcome<HotlineTicket>> sendBack(UUID ticketId, UUID partId, String words, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketAct.RETURN_PART, command).done())
                .flatMap(ticket -> parts.findByTicketIdAndRound(ticketId, ticket.round())
                        .collectList()
                        .map(all -> returnable(all, partId, ticket, command))
                        .flatMap(part -> sentBack(ticket, part.returned(words, command), command)));
    }

    private static HotlineTicket reported(HotlineTicket before, UUID unitId, Command command) {
        var edit = before.take(TicketAct.REPORT_PART, command);
        if (!before.handling().coUnitIds().contains(unitId)
                || !command.officer().hasAt(unitId, UNIT_HANDLER, UNIT_DEPUTY, UNIT_HEAD)) {
            throw Refusal.invalid("/unitId", "只有该协办单位的人员能反馈协办意见。", "A co unit's part comes from that unit.");
        }
        return edit.done();
    }

    private static CoPart returnable(List<CoPart> all, UUID partId, HotlineTicket ticket, Command command) {
        var part =
                all.stream().filter(one -> one.id().equals(partId)).findFirst().orElseThrow(Refusal::notFound);
        TicketAct.RETURN_PART.require(part.stands(), ticket, command);
        new CoOpinion(all.stream().anyMatch(one -> one.unitId().equals(part.unitId()) && !one.stands())).requireFirst();
        return part;
    }

    /** It comes again within five working days, whatever the period was. */
    private Mono<Outcome<HotlineTicket>> sentBack(HotlineTicket ticket, CoPart part, Command command) {
        return deadlines
                .start(RESUBMIT, ticket.subjectType(), ticket.id(), CoPart.clock(part.unitId()), command.now())
                .flatMap(due -> directory
                        .holdersAt(part.unitId(), UNIT_HEAD)
                        .map(heads -> Outcome.changed(ticket)
                                .updating(part)
                                .starting(due)
                                .opening(
                                        PartStep.TODO,
                                        Assignee.holdersAt(Set.of(part.unitId()), UNIT_HEAD, UNIT_DEPUTY),
                                        due.currentDueAt())
                                .announcing(Event.of("partReturned", Priority.ACTION, ticket, command.now())
                                        .to(heads))));
    }
}
