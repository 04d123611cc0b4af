package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.uploads.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Taking a demand in (受理), from our own agents or from a partner's system. */
@Component
class TicketIntake {

    private final HotlineTickets tickets;
    private final WrongdoingReports reports;
    private final TicketCalls calls;
    private final TicketOpening opening;
    private final UpstreamRounds upstream;
    private final DemandPhotos photos;

    TicketIntake(
            HotlineTickets tickets,
            WrongdoingReports reports,
            TicketCalls calls,
            TicketOpening opening,
            UpstreamRounds upstream,
            DemandPhotos photos) {
        this.tickets = tickets;
        this.reports = reports;
        this.calls = calls;
        this.opening = opening;
        this.upstream = upstream;
        this.photos = photos;
    }

    /**
     * What came in.
     *
     * @param reported whom a report of wrongdoing names; nobody for any other demand
     * @param outerDueAt until when the platform above wants it done; null when it named no date
     * @param photos named with it, to be sent later
     */
    record Acceptance(
            Source source,
            Demand demand,
            Citizen citizen,
            Reported reported,
            TicketCall.Telling telling,
            @Nullable Instant outerDueAt,
            List<Declaration> photos) {}

    /**
     * Each version from above once: the first is a ticket, the next ones are further rounds of it.
     *
     * @throws Refusal {@code E_HOT_PLACE_REQUIRED}, {@code E_GEN_VALIDATION} or {@code E_GEN_IDEMPOTENCY_CONFLICT}
     */
    Mono<Outcome<HotlineTicket>> accept(Acceptance acceptance, Command command) {
        Demand.requireHeard(acceptance.demand().receivedAt(), command.now());
        requireOuterAfter(acceptance);
        acceptance.reported().requireReport(acceptance.demand());
        acceptance.source().requireSpokenBy(command.officer());
        var taken = acceptance.source().sourceSystem() == null
                ? opened(acceptance, null, command)
                : upstream.sent(acceptance, command)
                        .switchIfEmpty(Mono.defer(() -> opened(acceptance, null, command)
                                .map(outcome -> outcome.inserting(UpstreamVersion.of(
                                        acceptance.source(), outcome.subject().id(), false, command.now())))));
        return taken.flatMap(outcome -> photos.namedWith(outcome, acceptance.photos(), command));
    }

    /**
     * A further matter of the same call (一次来电多个诉求), as a ticket of its own; also what a dispatcher finds to be two matters in one. Who called,
     * where and when is taken over. The ticket it is told with stays as it is, in whatever state it is by now.
     */
    Mono<Outcome<HotlineTicket>> split(UUID ticketId, FurtherMatter matter, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .doOnNext(ticket -> TicketAct.SPLIT.check(ticket, command.seeing(ticket.version())))
                .flatMap(ticket -> {
                    var demand = matter.toldWith(ticket.demand());
                    return Mono.zip(
                                    calls.of(ticket),
                                    reports.citizenFor(demand, ticket),
                                    reports.keptFrom(demand, ticket))
                            .flatMap(told -> opened(
                                    new Acceptance(
                                            Source.OWN,
                                            demand,
                                            told.getT2(),
                                            told.getT3(),
                                            told.getT1().telling(),
                                            null,
                                            List.of()),
                                    ticket.demand().isReport()
                                            ? null
                                            : told.getT1().callId(),
                                    command));
                });
    }

    private Mono<Outcome<HotlineTicket>> opened(Acceptance acceptance, @Nullable UUID callId, Command command) {
        return opening.open(new TicketOpening.Opening(acceptance, Lineage.NONE, callId), command);
    }

    private static void requireOuterAfter(Acceptance acceptance) {
        var outer = acceptance.outerDueAt();
        if (outer != null && !outer.isAfter(acceptance.demand().receivedAt())) {
            throw Refusal.invalid("/outerDueAt", "上级平台的办理期限须晚于来电时间。", "The date set above lies after the call.");
        }
    }
}
