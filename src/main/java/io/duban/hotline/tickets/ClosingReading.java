package io.duban.hotline.tickets;

import io.duban.contract.ClosingRecordDto;
import io.duban.contract.ExclusionStandingDto;
import io.duban.contract.OpenExclusionPageDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Cursors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What was found, tried, said, judged and excluded, as the contract shows it to people of the district. */
@Component
class ClosingReading {

    private final HotlineTickets tickets;
    private final ClosingRows rows;
    private final ExclusionList exclusions;
    private final ClosingMapper mapper;
    private final Permissions permissions;
    private final Cursors cursors;

    ClosingReading(
            HotlineTickets tickets,
            ClosingRows rows,
            ExclusionList exclusions,
            ClosingMapper mapper,
            Permissions permissions,
            Cursors cursors) {
        this.tickets = tickets;
        this.rows = rows;
        this.exclusions = exclusions;
        this.mapper = mapper;
        this.permissions = permissions;
        this.cursors = cursors;
    }

    /** All of one ticket, each kind oldest first. */
    record ClosingRecord(
            List<FeedbackDefect> defects,
            List<CallbackAttempt> attempts,
            List<RedoJudgement> redos,
            List<TicketRound> rounds,
            List<LaterEvaluation> evaluations,
            List<Exclusion> exclusions) {}

    Mono<ResponseEntity<ClosingRecordDto>> record(UUID ticketId, Access access) {
        requireInsider(access.officer());
        return tickets.require(ticketId, access.reach())
                .flatMap(ticket ->
                        rows.of(ticketId).map(found -> mapper.toDto(found, SeenWords.of(ticket, access, permissions))))
                .map(ResponseEntity::ok);
    }

    Mono<ResponseEntity<OpenExclusionPageDto>> page(
            @Nullable ExclusionStandingDto standing, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var officer = access.officer();
        requireInsider(officer);
        var person = officer.id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        var asked = standing == null ? null : Exclusion.Standing.valueOf(standing.name());
        return exclusions
                .list(asked, last, limit + 1, access.zone())
                .collectList()
                .map(found -> cursors.page(
                        found, limit, row -> Cursors.Place.of(row.requestedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new OpenExclusionPageDto(
                                page.items().stream().map(mapper::toDto).toList())
                        .nextCursor(page.nextCursor())));
    }

    /** A partner never reads what the office and its units write to one another (domain 0.10). */
    private static void requireInsider(Officer officer) {
        if (officer.sourceSystem() != null) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "对接系统不能查看区内办理意见。",
                    "What the district's offices write is not for other systems.");
        }
    }
}
