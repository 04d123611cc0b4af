package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.hotline.reporters.Reporter;
import io.duban.hotline.reporters.Reporters;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who asks, once for a reason, and remembers that it was told (domain 0.7). */
@Component
class CitizenDisclosing {

    /** How long a phone that lost the answer may fetch it again with the same key. */
    private static final Duration RETRY = Duration.ofMinutes(2);

    private static final String COUNTED = """
            select ordinal, disclosed_at from hotline_disclosure
            where person_id = $1 and ordinal is not null order by ordinal desc limit $2""";

    private final HotlineTickets tickets;
    private final Reporters reporters;
    private final DatabaseClient database;
    private final Clock clock;

    CitizenDisclosing(HotlineTickets tickets, Reporters reporters, DatabaseClient database, Clock clock) {
        this.tickets = tickets;
        this.reporters = reporters;
        this.database = database;
        this.clock = clock;
    }

    /** What is asked for, and why. */
    record Request(UUID ticketId, Reason reason, String note, Set<Field> fields) {

        /** As the audit trail has it: {@code CALL_BACK/NAME+PHONE}. */
        String detail() {
            return reason + "/" + fields.stream().sorted().map(Enum::name).collect(Collectors.joining("+"));
        }
    }

    /** Who asks, in full; what he told, with the numbers in it. */
    record Told(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            String words) {}

    @Table("hotline_disclosure")
    record Row(
            @Id UUID id,
            UUID ticketId,
            UUID personId,
            String reason,
            String note,
            List<String> fields,
            @Nullable Long ordinal,
            Instant disclosedAt) {}

    @Table("hotline_citizen_opening")
    record Opening(@Id UUID id, UUID ticketId, UUID handlerId, String reason, UUID openedBy, Instant openedAt) {}

    /**
     * Nothing of the citizen is in the outcome: the answer is remembered for a repeated key, and {@link #told} reads what it leaves out.
     *
     * @throws Refusal {@code E_GEN_SCOPE}, {@code E_WEB_TOO_MANY_DISCLOSURES}
     */
    Mono<Outcome<HotlineTicket>> disclose(Request request, Command command) {
        return reached(request.ticketId(), command.access())
                .flatMap(ticket -> ordinal(ticket, command)
                        .map(ordinal -> row(request, ordinal, command))
                        .switchIfEmpty(Mono.fromSupplier(() -> row(request, null, command)))
                        .map(row -> Outcome.about(ticket).inserting(row).detailed(request.detail())));
    }

    /** What was just disclosed; empty when that was too long ago. */
    Mono<Told> told(UUID ticketId, Instant disclosedAt, Access access) {
        return disclosedAt.plus(RETRY).isBefore(clock.instant())
                ? Mono.empty()
                : reached(ticketId, access).flatMap(this::told);
    }

    /**
     * The manager lets the present handler have it disclosed although the citizen asked for secrecy.
     *
     * @throws Refusal {@code E_GEN_ILLEGAL_STATE} where nobody handles it or nothing is secret
     */
    Mono<Outcome<HotlineTicket>> open(UUID ticketId, String reason, Command command) {
        return tickets.require(ticketId, command.access().reach()).map(ticket -> {
            var edit = ticket.take(TicketAct.OPEN_CITIZEN, command);
            var handler = ticket.handling().handlerId();
            TicketAct.OPEN_CITIZEN.require(handler != null && ticket.demand().keepSecret(), ticket, command);
            return Outcome.changed(
                            edit.citizen(ticket.citizen().openedTo(handler)).done())
                    .inserting(new Opening(
                            UuidCreator.getTimeOrderedEpoch(),
                            ticketId,
                            handler,
                            reason,
                            command.officer().id(),
                            command.now()))
                    .announcing("citizenOpened", Priority.INFO, command.now());
        });
    }

    private Mono<HotlineTicket> reached(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .doOnNext(ticket -> new CitizenAccess(ticket, access.officer()).require());
    }

    private Mono<Told> told(HotlineTicket ticket) {
        var words = ticket.demand().words();
        var citizen = ticket.citizen();
        return (ticket.demand().isReport()
                        ? reporters.open(ticket.id()).defaultIfEmpty(new Reporter(null, null, null))
                        : Mono.just(citizen.asReporter()))
                .map(who -> new Told(who.name(), who.phone(), who.address(), words));
    }

    /** Empty where it does not count. Two at once get the same number, and the second to write it is asked anew. */
    private Mono<Long> ordinal(HotlineTicket ticket, Command command) {
        if (new CitizenAccess(ticket, command.officer()).isWorkInHand()) {
            return Mono.empty();
        }
        return database.sql(COUNTED)
                .bind(0, command.officer().id())
                .bind(1, DisclosureHour.MOST)
                .mapProperties(DisclosureHour.Counted.class)
                .all()
                .collectList()
                .map(counted -> new DisclosureHour(counted).next(command.now()));
    }

    private static Row row(Request request, @Nullable Long ordinal, Command command) {
        return new Row(
                UuidCreator.getTimeOrderedEpoch(),
                request.ticketId(),
                command.officer().id(),
                request.reason().name(),
                request.note(),
                request.fields().stream().map(Enum::name).sorted().toList(),
                ordinal,
                command.now());
    }

    /** Why somebody must know who it is. */
    enum Reason {
        CONTACT_CITIZEN,
        VISIT,
        CALL_BACK,
        CORRECT_RECORD,
        INVESTIGATE,
        LEGAL_DUTY
    }

    /** What he must know; no more is told. */
    enum Field {
        NAME,
        PHONE,
        ADDRESS,
        WORDS
    }
}
