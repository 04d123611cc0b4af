package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.todos.Assignee;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Closed tickets whose time to be archived has come and that are not complete: the manager is told, once for each close, unless he has something of the
 * ticket to do anyhow. The to-do goes when the ticket does.
 */
@Component
class ArchiveGaps {

    static final String COMPLETE = "COMPLETE_RECORD";

    private static final String UNTOLD = """
            select t.id, t.closed_at from hotline_ticket t
            where t.status = 'CLOSED' and t.closed_at <= :until and not (%s)
              and not exists (select 1 from hotline_archive_gap g where g.ticket_id = t.id and g.closed_at = t.closed_at)
              and not exists (select 1 from todo d join post p on p.person_id = d.person_id and p.role = 'HOTLINE_MANAGER'
                              where d.subject_id = t.id and d.closed_at is null)
            order by t.closed_at, t.id limit 200""".formatted(ArchiveSweep.COMPLETE);

    private final HotlineTickets tickets;
    private final Commands commands;
    private final DatabaseClient database;
    private final Clock clock;

    ArchiveGaps(HotlineTickets tickets, Commands commands, DatabaseClient database, Clock clock) {
        this.tickets = tickets;
        this.commands = commands;
        this.database = database;
        this.clock = clock;
    }

    @Table("hotline_archive_gap")
    record Row(@Id UUID id, UUID ticketId, Instant closedAt, Instant toldAt) {}

    record Gap(UUID id, Instant closedAt) {}

    /** @param until what was closed by then should be in the archive */
    Mono<Void> tell(Instant until) {
        return database.sql(UNTOLD)
                .bind("until", until)
                .mapProperties(Gap.class)
                .all()
                .collectList()
                .flatMapIterable(gaps -> gaps)
                .concatMap(gap -> commands.unattended("tellArchiveGap", told(gap)))
                .then();
    }

    /** Read again: another instance may have told it, and then there is nothing to do. */
    private Mono<Outcome<HotlineTicket>> told(Gap gap) {
        return isTold(gap)
                .filter(told -> !told)
                .flatMap(untold -> tickets.findById(gap.id()))
                .filter(ticket -> gap.closedAt().equals(ticket.closedAt()))
                .map(ticket -> Outcome.about(ticket)
                        .inserting(new Row(
                                UuidCreator.getTimeOrderedEpoch(),
                                ticket.id(),
                                gap.closedAt(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)))
                        .opening(COMPLETE, Assignee.holders(HOTLINE_MANAGER), null));
    }

    private Mono<Boolean> isTold(Gap gap) {
        return database.sql("select exists (select 1 from hotline_archive_gap where ticket_id = $1 and closed_at = $2)")
                .bind(0, gap.id())
                .bind(1, gap.closedAt())
                .mapValue(Boolean.class)
                .one();
    }
}
