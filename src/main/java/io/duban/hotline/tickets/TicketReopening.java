package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A closed demand is taken up again because there is something new about it (domain 2.5 T23): a new ticket that knows the old one. The citizen and the
 * place are taken over, never asked again.
 */
@Component
class TicketReopening {

    private final HotlineTickets tickets;
    private final TicketCalls calls;
    private final WrongdoingReports reports;
    private final TicketOpening opening;

    TicketReopening(HotlineTickets tickets, TicketCalls calls, WrongdoingReports reports, TicketOpening opening) {
        this.tickets = tickets;
        this.calls = calls;
        this.reports = reports;
        this.opening = opening;
    }

    /**
     * @param newFacts what is new, in the citizen's words
     * @param receivedAt when he said so
     * @throws Refusal {@code E_HOT_NO_NEW_FACTS}; {@code E_GEN_ILLEGAL_STATE} when another ticket takes it up already
     */
    Mono<Outcome<HotlineTicket>> reopen(UUID ticketId, @Nullable String newFacts, Instant receivedAt, Command command) {
        Demand.requireHeard(receivedAt, command.now());
        return tickets.require(ticketId, command.access().reach()).flatMap(closed -> {
            TicketAct.REOPEN.check(closed, command);
            var facts = requireNew(newFacts, closed.demand());
            return requireNotReopened(closed)
                    .then(Mono.defer(() -> Mono.zip(
                            calls.of(closed),
                            reports.citizenFor(closed.demand(), closed),
                            reports.reportedBy(closed.id()))))
                    .flatMap(told -> opening.open(
                            new TicketOpening.Opening(
                                    new TicketIntake.Acceptance(
                                            Source.OWN,
                                            closed.demand().withNewFacts(facts, receivedAt),
                                            told.getT2(),
                                            told.getT3(),
                                            told.getT1().telling(),
                                            null,
                                            List.of()),
                                    Lineage.reopening(closed.id()),
                                    null),
                            command));
        });
    }

    private Mono<Void> requireNotReopened(HotlineTicket closed) {
        return tickets.findReopening(closed.id())
                .flatMap(other -> Mono.error(Refusal.illegalState(
                        TicketAct.REOPEN.name(), closed.status().name(), List.of())));
    }

    /** The same words again are nothing new. */
    static String requireNew(@Nullable String newFacts, Demand told) {
        if (newFacts == null || newFacts.isBlank() || plain(newFacts).equals(plain(told.words()))) {
            throw Refusal.of(
                    RefusalCode.E_HOT_NO_NEW_FACTS,
                    "没有新的事实或理由,不能重新受理;请写明新情况。",
                    "Without new facts it is not taken up again; say what is new.");
        }
        return newFacts;
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
    }
}
