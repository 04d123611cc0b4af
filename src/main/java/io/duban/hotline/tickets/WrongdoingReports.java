package io.duban.hotline.tickets;

import io.duban.hotline.reporters.Reporters;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What lies beside the ticket of a report of wrongdoing (举报): who reported, sealed, and whom. */
@Component
class WrongdoingReports implements ReportedParties {

    private final HotlineTickets tickets;
    private final Reporters reporters;
    private final Escalations escalations;
    private final DatabaseClient database;

    WrongdoingReports(HotlineTickets tickets, Reporters reporters, Escalations escalations, DatabaseClient database) {
        this.tickets = tickets;
        this.reporters = reporters;
        this.escalations = escalations;
        this.database = database;
    }

    @Table("hotline_report")
    record Row(@Id UUID id, long version, Set<UUID> unitIds, Set<UUID> personIds, UUID namedBy, Instant namedAt)
            implements Versioned {

        static Row of(UUID ticketId, long version, Reported reported, Command command) {
            return new Row(
                    ticketId,
                    version,
                    reported.unitIds(),
                    reported.personIds(),
                    command.officer().id(),
                    command.now());
        }

        Reported reported() {
            return new Reported(unitIds, personIds);
        }
    }

    /** Adds what a new ticket must not hold itself. */
    Outcome<HotlineTicket> filed(Outcome<HotlineTicket> outcome, Citizen citizen, Reported reported, Command command) {
        var ticket = outcome.subject();
        if (!ticket.demand().isReport()) {
            return outcome;
        }
        outcome.inserting(Row.of(ticket.id(), 1, reported, command));
        return citizen.isAnonymous()
                ? outcome
                : outcome.inserting(reporters.sealed(ticket.id(), citizen.asReporter(), command.now()));
    }

    /** Adds what a further round of a ticket must not hold itself: what lies beside it already stays. */
    Mono<Outcome<HotlineTicket>> filedAgain(
            Outcome<HotlineTicket> outcome, Citizen citizen, Reported reported, Command command) {
        var ticket = outcome.subject();
        if (!ticket.demand().isReport()) {
            return Mono.just(outcome);
        }
        var more = find(ticket.id())
                .map(before -> reported.ids().isEmpty()
                        ? outcome
                        : outcome.updating(Row.of(
                                ticket.id(),
                                before.version() + 1,
                                before.reported().with(reported),
                                command)))
                .switchIfEmpty(Mono.fromSupplier(() -> outcome.inserting(Row.of(ticket.id(), 1, reported, command))));
        var kept = more.flatMap(with -> escalations.following(with, command.now()));
        return citizen.isAnonymous()
                ? kept
                : kept.then(reporters.open(ticket.id()))
                        .map(known -> outcome)
                        .switchIfEmpty(Mono.fromSupplier(() ->
                                outcome.inserting(reporters.sealed(ticket.id(), citizen.asReporter(), command.now()))));
    }

    /** Who asks, for another ticket about the same: a reporter goes from seal to seal, and onto no other kind of ticket. */
    Mono<Citizen> citizenFor(Demand demand, HotlineTicket told) {
        return demand.isReport() && told.demand().isReport()
                ? reporters
                        .open(told.id())
                        .map(known -> Citizen.reporting(known, told.citizen().wantsCallback()))
                        .defaultIfEmpty(told.citizen())
                : Mono.just(told.citizen());
    }

    /** From whom a further report is kept that was told with this one: whoever is reported by the one may be by the other. */
    Mono<Reported> keptFrom(Demand demand, HotlineTicket told) {
        return demand.isReport() ? reportedBy(told.id()) : Mono.just(Reported.NOBODY);
    }

    /** Whom a ticket reports; nobody for another kind of demand. */
    Mono<Reported> reportedBy(UUID ticketId) {
        return find(ticketId).map(Row::reported).defaultIfEmpty(Reported.NOBODY);
    }

    /**
     * Names whom it reports, instead of those named before. They lose sight of the ticket, and of what it
     * was escalated to, with this very command.
     *
     * @throws Refusal {@code E_GEN_SCOPE} when somebody but the manager takes back a name, {@code E_GEN_VALIDATION} for another kind of demand
     */
    Mono<Outcome<HotlineTicket>> name(UUID ticketId, Reported reported, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(ticket -> {
            var edit = ticket.take(TicketAct.NAME_REPORTED, command);
            if (!ticket.demand().isReport()) {
                throw Refusal.invalid("", "只有举报类诉求才有被举报人。", "Only a report of wrongdoing names whom it reports.");
            }
            var named = edit.reported(reported).done();
            return find(ticketId)
                    .map(before -> Outcome.changed(named).updating(instead(before, reported, command)))
                    .switchIfEmpty(Mono.fromSupplier(
                            () -> Outcome.changed(named).inserting(Row.of(ticketId, 1, reported, command))))
                    .flatMap(outcome -> escalations.following(outcome, command.now()))
                    .map(outcome -> outcome.announcing("reportedNamed", Priority.INFO, command.now()));
        });
    }

    /** Whom a ticket within reach reports; nobody for another kind of demand. */
    Mono<Reported> read(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach()).flatMap(ticket -> reportedBy(ticket.id()));
    }

    @Override
    public Mono<Set<UUID>> of(UUID ticketId) {
        return reportedBy(ticketId).map(Reported::ids);
    }

    private Mono<Row> find(UUID ticketId) {
        return database.sql(
                        "select id, version, unit_ids, person_ids, named_by, named_at from hotline_report where id = $1")
                .bind(0, ticketId)
                .map(row -> new Row(
                        ticketId,
                        row.get("version", Long.class),
                        Set.of(row.get("unit_ids", UUID[].class)),
                        Set.of(row.get("person_ids", UUID[].class)),
                        row.get("named_by", UUID.class),
                        row.get("named_at", Instant.class)))
                .one();
    }

    private static Row instead(Row before, Reported reported, Command command) {
        var takenBack = new HashSet<>(before.reported().ids());
        takenBack.removeAll(reported.ids());
        if (!takenBack.isEmpty() && !command.officer().has(Role.HOTLINE_MANAGER)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "只有热线办负责人可以撤去已登记的被举报人。",
                    "Only the hotline's manager takes back whom a report names.");
        }
        return Row.of(before.id(), before.version() + 1, reported, command);
    }
}
