package io.duban.hotline.tickets;

import io.duban.hotline.tickets.Demand.Channel;
import io.duban.hotline.tickets.Demand.Datum;
import io.duban.hotline.tickets.Demand.DemandType;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way in for demands that come by another protocol than our contract; what happens to them is the same. */
@Component
public class OutsideDemands {

    private final Commands commands;
    private final HotlineTickets tickets;
    private final TicketIntake intake;
    private final Permissions permissions;

    OutsideDemands(Commands commands, HotlineTickets tickets, TicketIntake intake, Permissions permissions) {
        this.commands = commands;
        this.tickets = tickets;
        this.intake = intake;
        this.permissions = permissions;
    }

    /**
     * What was asked, by a partner's citizen.
     *
     * @param sourceId the partner's own id of it; the same id is the same demand, whatever else is said
     * @param app whether it was sent from an app; otherwise from a web page
     * @param demandType the name of a type in the contract, but for reports of wrongdoing, which have their own ways
     * @param title without personal data
     */
    public record Demanded(
            @Nullable String sourceSystem,
            String sourceId,
            boolean app,
            String demandType,
            String categoryCode,
            String title,
            String words,
            Instant receivedAt,
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String name,
            @Nullable String phone,
            boolean keepSecret) {}

    /** A ticket, for whoever only needs to point at it. */
    public record Ticket(UUID id, String number) {}

    /**
     * A ticket as somebody looks at it.
     *
     * @param words what becomes of a text before he sees it: no number that leads to a person is left in it
     */
    public record Seen(UUID ticketId, UnaryOperator<String> words) {}

    /**
     * Takes the demand in, once for its key and once for its source.
     *
     * @param key made of what was sent, so that a repeated request is the same command
     * @param said all of what was sent, for the net for classified marks
     * @param type of the answer that is kept for a repeated request
     * @param row a further row for a new ticket, written with it
     */
    public <D> Mono<D> accept(
            ServerWebExchange exchange,
            UUID key,
            List<String> said,
            Demanded demanded,
            Class<D> type,
            BiFunction<Ticket, Instant, Object> row,
            Function<Ticket, D> view) {
        return commands.execute(
                        exchange,
                        key,
                        said,
                        type,
                        command -> intake.accept(acceptance(demanded), command)
                                .map(outcome -> outcome.changesNothing()
                                        ? outcome
                                        : outcome.inserting(row.apply(brief(outcome.subject()), command.now()))),
                        (ticket, command) -> ResponseEntity.ok(view.apply(brief(ticket))))
                .mapNotNull(ResponseEntity::getBody);
    }

    /**
     * Adds what the citizen wrote later, and tells those who have the ticket.
     *
     * @param number of a ticket the partner handed in itself; any other is not found
     * @param said all of what was sent
     * @param row what is kept of it
     */
    public <D> Mono<D> add(
            ServerWebExchange exchange,
            UUID key,
            String number,
            List<String> said,
            Class<D> type,
            BiFunction<Ticket, Instant, Object> row,
            Function<Ticket, D> view) {
        return commands.execute(
                        exchange,
                        key,
                        said,
                        type,
                        command -> own(number, command)
                                .map(ticket -> Outcome.about(ticket)
                                        .inserting(row.apply(brief(ticket), command.now()))
                                        .announcing("citizenWrote", Priority.INFO, command.now())),
                        (ticket, command) -> ResponseEntity.ok(view.apply(brief(ticket))))
                .mapNotNull(ResponseEntity::getBody);
    }

    /** A text about a ticket as everybody may read it: without the numbers in it that lead to a person. */
    public static String publicWords(String text) {
        return Masking.words(text, number -> Masking.STARS);
    }

    /** A ticket within somebody's reach. */
    public Mono<Seen> require(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .map(ticket -> new Seen(ticket.id(), SeenWords.of(ticket, access, permissions)::words));
    }

    private Mono<HotlineTicket> own(String number, Command command) {
        return tickets.findByTicketNumber(number)
                .filter(ticket -> command.officer().sourceSystem() != null
                        && command.officer()
                                .sourceSystem()
                                .equals(ticket.source().sourceSystem()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static Ticket brief(HotlineTicket ticket) {
        return new Ticket(ticket.id(), ticket.ticketNumber());
    }

    private static TicketIntake.Acceptance acceptance(Demanded demanded) {
        var id = demanded.sourceId().getBytes(StandardCharsets.UTF_8);
        var pointed = demanded.latitude() != null;
        return new TicketIntake.Acceptance(
                new Source(demanded.sourceSystem(), demanded.sourceId(), 1L, id),
                new Demand(
                        demanded.app() ? Channel.APP : Channel.WEB_MESSAGE,
                        DemandType.valueOf(demanded.demandType()),
                        demanded.categoryCode(),
                        demanded.title(),
                        demanded.words(),
                        demanded.receivedAt(),
                        demanded.address(),
                        demanded.latitude(),
                        demanded.longitude(),
                        null,
                        pointed ? Datum.WGS_84 : null,
                        demanded.keepSecret()),
                new Citizen(demanded.name(), demanded.phone(), null, null, demanded.phone() != null),
                Reported.NOBODY,
                TicketCall.Telling.PLAIN,
                null,
                List.of());
    }
}
