package io.duban.hotline.tickets;

import io.duban.contract.HotlineIntakeDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How a demand came in, and what was decided at once: what is told to whoever reads the ticket, and what the office has among itself. A partner and a
 * unit see no opinions of the office.
 */
@Component
class IntakeReading {

    /** The row of those in the office who answer for tickets. */
    private static final String OFFICE = "ticket:urge";

    private final HotlineTickets tickets;
    private final TicketCalls calls;
    private final UpstreamVersions versions;
    private final EmergencyTransfers transfers;
    private final DirectAnswers answers;
    private final RefusalProposals refusals;
    private final Withdrawals withdrawals;
    private final CallerAlerts alerts;
    private final Permissions permissions;
    private final IntakeMapper mapper;
    private final Clock clock;

    IntakeReading(
            HotlineTickets tickets,
            TicketCalls calls,
            UpstreamVersions versions,
            EmergencyTransfers transfers,
            DirectAnswers answers,
            RefusalProposals refusals,
            Withdrawals withdrawals,
            CallerAlerts alerts,
            Permissions permissions,
            IntakeMapper mapper,
            Clock clock) {
        this.tickets = tickets;
        this.calls = calls;
        this.versions = versions;
        this.transfers = transfers;
        this.answers = answers;
        this.refusals = refusals;
        this.withdrawals = withdrawals;
        this.alerts = alerts;
        this.permissions = permissions;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Each kind oldest first.
     *
     * @param callTicketIds the tickets told in the same call, this one among them
     * @param concernedName as masked as the citizen's own name
     */
    record Record(
            boolean wantsAnswer,
            @Nullable String concernedName,
            @Nullable String relation,
            List<UUID> callTicketIds,
            List<UpstreamVersion> upstreamVersions,
            List<EmergencyTransfer> emergencyTransfers,
            List<DirectAnswer> directAnswers,
            List<Withdrawal> withdrawals,
            List<RefusalProposal> refusals,
            List<CallerAlert> callerAlerts) {}

    Mono<HotlineIntakeDto> of(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .flatMap(ticket -> record(ticket, access))
                .map(mapper::toDto);
    }

    private Mono<Record> record(HotlineTicket ticket, Access access) {
        var id = ticket.id();
        var office = permissions.reach(access.officer(), OFFICE).covers(ticket.unitIds(), ticket.participantIds());
        // Whose matter it is leads to whoever reported it.
        var shutOut = ticket.demand().isReport() || TicketView.shutsOut(ticket, access.officer(), permissions);
        return calls.of(ticket)
                .flatMap(call -> Mono.zip(
                                matters(call, office),
                                versions.findByTicketIdOrderByReceivedAt(id).collectList(),
                                among(office, transfers.findByTicketIdOrderByRecordedAt(id)),
                                answers.findByTicketIdOrderByAnsweredAt(id).collectList(),
                                withdrawals.findByTicketIdOrderByRecordedAt(id).collectList(),
                                among(office, refusals.findByTicketIdOrderByProposedAt(id)),
                                among(office, alerts.findByTicketIdOrderByRaisedAt(id)))
                        .map(all -> new Record(
                                call.wantsAnswer(),
                                shutOut || call.concernedName() == null ? null : Masking.name(call.concernedName()),
                                ticket.demand().isReport() ? null : call.relation(),
                                all.getT1(),
                                all.getT2(),
                                all.getT3(),
                                all.getT4(),
                                all.getT5(),
                                all.getT6(),
                                all.getT7())));
    }

    /** Other matters of the same call are other units' tickets: a unit sees its own. */
    private Mono<List<UUID>> matters(TicketCall call, boolean office) {
        return office ? calls.ticketsOf(call.callId()).collectList() : Mono.just(List.of(call.id()));
    }

    private static <T> Mono<List<T>> among(boolean office, Flux<T> rows) {
        return office ? rows.collectList() : Mono.just(List.of());
    }
}
