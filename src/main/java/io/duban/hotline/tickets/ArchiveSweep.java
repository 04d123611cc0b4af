package io.duban.hotline.tickets;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Closed tickets go to the archive after 30 days (domain 2.5 T24), and are only read from then on. Only what is complete goes: ended by a call-back, a
 * direct answer or the platform above, with no exclusion undecided, nothing on anybody's desk and no clock running; of the others the manager is told
 * ({@link ArchiveGaps}). A query finds them rather than a clock, since nobody is waiting for it; the version of the ticket keeps a second instance from
 * doing it again.
 */
@Configuration(proxyBeanMethods = false)
class ArchiveSweep {

    private static final Duration REST = Duration.ofDays(30);

    /** That somebody is to complete it is no gap itself. */
    static final String COMPLETE = """
            (t.callback_outcome is not null or t.closed_by_upstream or t.host_unit_id is null)
              and t.exclusion is distinct from 'ASKED'
              and not exists (select 1 from todo where subject_id = t.id and closed_at is null and action <> '%s')
              and not exists (select 1 from deadline where subject_id = t.id and satisfied_at is null)""".formatted(ArchiveGaps.COMPLETE);

    private static final String DUE = """
            select t.id from hotline_ticket t
            where t.status = 'CLOSED' and t.closed_at <= :until and %s
            order by t.closed_at, t.id limit 200""".formatted(COMPLETE);

    private final HotlineTickets tickets;
    private final ArchiveGaps gaps;
    private final Commands commands;
    private final DatabaseClient database;
    private final Clock clock;

    ArchiveSweep(HotlineTickets tickets, ArchiveGaps gaps, Commands commands, DatabaseClient database, Clock clock) {
        this.tickets = tickets;
        this.gaps = gaps;
        this.commands = commands;
        this.database = database;
        this.clock = clock;
    }

    @Bean
    Job ticketArchiveJob(@Value("${duban.hotline.archive-every:10m}") Duration every) {
        return new Job("the archive of closed tickets", every, this::sweep);
    }

    Mono<Void> sweep() {
        return Mono.defer(() -> sweep(clock.instant().minus(REST)));
    }

    private Mono<Void> sweep(Instant until) {
        return database.sql(DUE)
                .bind("until", until)
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> commands.unattended("archiveHotlineTicket", archived(id)))
                .then(Mono.defer(() -> gaps.tell(until)));
    }

    /** Read again, since it may have been taken up, or archived by another instance, meanwhile. */
    private Mono<Outcome<HotlineTicket>> archived(UUID id) {
        return Mono.defer(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return tickets.findById(id)
                    .filter(ticket -> isDue(ticket, now))
                    .map(ticket -> Outcome.changed(
                                    ticket.follow(TicketMove.ARCHIVE, now).done())
                            .closing(ArchiveGaps.COMPLETE)
                            .announcing("archived", Priority.INFO, now));
        });
    }

    private static boolean isDue(HotlineTicket ticket, Instant now) {
        return ticket.status() == HotlineTicketStatus.CLOSED
                && ticket.closedAt() != null
                && !ticket.closedAt().isAfter(now.minus(REST))
                && ticket.callback().recourse().exclusion() != Exclusion.Standing.ASKED;
    }
}
