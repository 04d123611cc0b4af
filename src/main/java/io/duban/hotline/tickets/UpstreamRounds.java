package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Recusal;
import io.duban.platform.problem.Refusal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A platform above and its tickets here (domain 0.10 and 2.5): one ticket for one of its numbers. A newer version begins a round anew, an older one
 * is only remembered, and what the platform closed is closed here. Versions come in any order, doubled, and at once.
 */
@Component
class UpstreamRounds {

    private final HotlineTickets tickets;
    private final UpstreamVersions versions;
    private final TicketOpening opening;
    private final TicketEnding ending;
    private final TicketRounds rounds;
    private final CallbackAttempts attempts;

    UpstreamRounds(
            HotlineTickets tickets,
            UpstreamVersions versions,
            TicketOpening opening,
            TicketEnding ending,
            TicketRounds rounds,
            CallbackAttempts attempts) {
        this.tickets = tickets;
        this.versions = versions;
        this.opening = opening;
        this.ending = ending;
        this.rounds = rounds;
        this.attempts = attempts;
    }

    /** What the platform says of the end, for the version it closes. */
    record Closing(Source source, String reason) {}

    /**
     * What a version that was sent means for the ticket it belongs to.
     *
     * @return empty when there is no such ticket yet
     * @throws Refusal {@code E_GEN_IDEMPOTENCY_CONFLICT} when other content was sent under this version before
     */
    Mono<Outcome<HotlineTicket>> sent(TicketIntake.Acceptance acceptance, Command command) {
        var source = acceptance.source();
        return held(source)
                .flatMap(ticket -> seen(source, UpstreamVersion.Kind.DISPATCH)
                        .map(known -> known.repeated(source, ticket))
                        .switchIfEmpty(Mono.defer(() -> source.isNewerThan(ticket.source())
                                ? nextRound(ticket, acceptance, command)
                                : Mono.just(Outcome.about(ticket)
                                        .inserting(UpstreamVersion.of(source, ticket.id(), true, command.now()))))));
    }

    /** @throws Refusal {@code E_WEB_NOT_FOUND} for a number that was never sent, as for one of another platform */
    Mono<Outcome<HotlineTicket>> close(Closing closing, Command command) {
        var source = closing.source();
        source.requireSpokenBy(command.officer());
        return held(source)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(ticket -> seen(source, UpstreamVersion.Kind.CLOSING)
                        .map(known -> known.repeated(source, ticket))
                        .switchIfEmpty(Mono.defer(() -> closed(ticket, closing, command))));
    }

    private Mono<HotlineTicket> held(Source source) {
        return tickets.findBySource(
                Objects.requireNonNull(source.sourceSystem()), Objects.requireNonNull(source.sourceId()));
    }

    private Mono<UpstreamVersion> seen(Source source, UpstreamVersion.Kind kind) {
        return versions.find(
                Objects.requireNonNull(source.sourceSystem()),
                Objects.requireNonNull(source.sourceId()),
                source.number(),
                kind.name());
    }

    /** What ran stops, who had it is told so, and the dispatcher begins with what is told now. */
    private Mono<Outcome<HotlineTicket>> nextRound(
            HotlineTicket before, TicketIntake.Acceptance acceptance, Command command) {
        acceptance.demand().requirePlace();
        var source = acceptance.source();
        var ticket = before.take(TicketMove.DISPATCH_UPSTREAM, command.seeing(before.version()))
                .nextRound()
                .source(source)
                .demand(acceptance.demand().after(before.demand()))
                .citizen(acceptance.citizen())
                .handling(Handling.NONE)
                .term(Term.NONE.outside(acceptance.outerDueAt()))
                .returning(Returning.NONE)
                .lineage(before.lineage().onItsOwn())
                .intake(before.intake().ended())
                .onlyWith(participants(before, acceptance, command))
                .done();
        var outcome = Outcome.changed(ticket)
                .inserting(UpstreamVersion.of(source, ticket.id(), false, command.now()))
                .ending(command.now(), TicketEnding.GOING_ON);
        if (!before.unitIds().isEmpty()) {
            outcome.announcing(
                    Event.of("released", Priority.ACTION, ticket, command.now()).lastTo(before.unitIds()));
        }
        outcome.announcing("dispatchedUpstream", Priority.ACTION, command.now());
        return roundEnded(outcome, before, TicketRound.Ending.DISPATCHED_UPSTREAM, command)
                .flatMap(ended -> ending.anew(ended, command.now()))
                .flatMap(ended -> opening.again(ended, acceptance, command));
    }

    /** What came of the round until now is kept, unless it was when it ended. */
    private Mono<Outcome<HotlineTicket>> roundEnded(
            Outcome<HotlineTicket> outcome, HotlineTicket before, TicketRound.Ending how, Command command) {
        return rounds.existsByTicketIdAndRound(before.id(), before.round())
                .flatMap(kept -> kept
                        ? Mono.just(outcome)
                        : attempts.heard(before)
                                .map(said -> outcome.inserting(TicketRound.ended(before, said, how, command))));
    }

    /** Whoever was reported before stays away from it. */
    private static Set<UUID> participants(HotlineTicket before, TicketIntake.Acceptance acceptance, Command command) {
        var participants =
                new HashSet<>(acceptance.reported().keptFrom(command.officer().id()));
        participants.addAll(Recusal.among(before.participantIds()));
        return participants;
    }

    /**
     * A closing of an older version than the held one is late: the platform has dispatched it again since. What ended here already only learns up to
     * which version it ended.
     */
    private Mono<Outcome<HotlineTicket>> closed(HotlineTicket before, Closing closing, Command command) {
        var source = closing.source();
        var late = before.source().isNewerThan(source);
        var row = UpstreamVersion.closing(source, late, closing.reason(), before.id(), command.now());
        if (late) {
            return Mono.just(Outcome.about(before).inserting(row));
        }
        if (!before.status().isOpen()) {
            return Mono.just(Outcome.changed(
                            new TicketEdit(before, command.now()).source(source).done())
                    .inserting(row));
        }
        var ticket = before.take(TicketMove.CLOSE_UPSTREAM, command.seeing(before.version()))
                .source(source)
                .lineage(before.lineage().endedUpstream())
                .done();
        var outcome = Outcome.changed(ticket)
                .inserting(row)
                .ending(command.now(), TicketEnding.GOING_ON)
                .announcing(Event.of("closedByUpstream", Priority.ACTION, ticket, command.now())
                        .to(ticket.unitIds()))
                .announcing("closed", Priority.INFO, command.now());
        return roundEnded(outcome, before, TicketRound.Ending.CLOSED_UPSTREAM, command)
                .flatMap(ended -> ending.around(ended, command.now()));
    }
}
