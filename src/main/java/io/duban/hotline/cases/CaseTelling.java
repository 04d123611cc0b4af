package io.duban.hotline.cases;

import static io.duban.platform.identity.Role.*;

import io.duban.hotline.tickets.ClosedTickets;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From a closed ticket to the office above: drafted without names, signed by the director, sent up. */
@Component
class CaseTelling {

    private static final String SIGN = CaseMove.SIGN_CASE.name();
    private static final String AMEND = CaseMove.AMEND_CASE.name();
    private static final String REPORT = CaseMove.REPORT_CASE.name();

    private final ExemplaryCases cases;
    private final ClosedTickets tickets;

    CaseTelling(ExemplaryCases cases, ClosedTickets tickets) {
        this.cases = cases;
        this.tickets = tickets;
    }

    /** {@code E_GEN_ILLEGAL_STATE} for a ticket that is a case already, beside what {@link ExemplaryCase#drafted} refuses. */
    Mono<Outcome<ExemplaryCase>> draft(UUID ticketId, ExemplaryCase.Text text, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .map(ticket -> ExemplaryCase.drafted(ticket, text, command))
                .delayUntil(drafted -> requireUntold(ticketId))
                .map(drafted ->
                        toBeSigned(Outcome.created(drafted)).announcing("drafted", Priority.ACTION, command.now()));
    }

    Mono<Outcome<ExemplaryCase>> amend(UUID id, ExemplaryCase.Text text, Command command) {
        return cases.require(id, command.access().reach())
                .flatMap(before -> tickets.require(
                                before.ticketId(), command.access().reach())
                        .map(ticket -> before.amended(ticket, text, command)))
                .map(amended -> toBeSigned(Outcome.changed(amended).closing(AMEND))
                        .announcing("amended", Priority.ACTION, command.now()));
    }

    Mono<Outcome<ExemplaryCase>> sign(UUID id, Command command) {
        return cases.require(id, command.access().reach())
                .map(before -> Outcome.changed(before.signed(command))
                        .closing(SIGN)
                        .opening(REPORT, Assignee.person(before.draftedById()), null)
                        .announcing("signed", Priority.ACTION, command.now()));
    }

    Mono<Outcome<ExemplaryCase>> sendBack(UUID id, @Nullable String words, Command command) {
        return cases.require(id, command.access().reach())
                .map(before -> Outcome.changed(before.returned(words, command))
                        .closing(SIGN)
                        .opening(AMEND, Assignee.person(before.draftedById()), null)
                        .announcing("returned", Priority.ACTION, command.now()));
    }

    Mono<Outcome<ExemplaryCase>> report(UUID id, String sentTo, Command command) {
        return cases.require(id, command.access().reach())
                .map(before -> Outcome.changed(before.reported(sentTo, command))
                        .closing(REPORT)
                        .announcing("reported", Priority.INFO, command.now()));
    }

    Mono<Outcome<ExemplaryCase>> drop(UUID id, String reason, Command command) {
        return cases.require(id, command.access().reach())
                .map(before -> Outcome.changed(before.dropped(reason, command))
                        .closing(SIGN)
                        .closing(AMEND)
                        .announcing("dropped", Priority.INFO, command.now()));
    }

    private static Outcome<ExemplaryCase> toBeSigned(Outcome<ExemplaryCase> outcome) {
        return outcome.opening(SIGN, Assignee.holders(OFFICE_DIRECTOR), null);
    }

    private Mono<Void> requireUntold(UUID ticketId) {
        return cases.isTold(ticketId)
                .flatMap(told -> told
                        ? Mono.error(Refusal.of(
                                RefusalCode.E_GEN_ILLEGAL_STATE,
                                "该工单已整理为经典案例。",
                                "This ticket is an exemplary case already."))
                        : Mono.empty());
    }
}
