package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The handler reports how far it is (阶段反馈): due five working days after the dispatch even where the law gives longer, and welcome at any time. */
@Component
class StageReporting {

    private final HotlineTickets tickets;

    StageReporting(HotlineTickets tickets) {
        this.tickets = tickets;
    }

    Mono<Outcome<HotlineTicket>> report(UUID ticketId, StageReport.Words words, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ticket.take(TicketAct.REPORT_STAGE, command).done())
                .doOnNext(ticket -> OfficeDay.requireNotPast(words.plannedOn(), "/plannedOn", command.now()))
                .map(ticket -> Outcome.changed(ticket)
                        .inserting(StageReport.of(ticket, words, command))
                        .closing(StageReport.TODO)
                        .satisfying(StageReport.CLOCK, command.now())
                        .announcing("stageReported", Priority.INFO, command.now()));
    }
}
