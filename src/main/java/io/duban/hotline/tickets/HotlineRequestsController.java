package io.duban.hotline.tickets;

import io.duban.contract.HardProposalDto;
import io.duban.contract.HardReviewDto;
import io.duban.contract.HardTicketPageDto;
import io.duban.contract.HotlineRequestsApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.TicketDecisionDto;
import io.duban.contract.TicketExtensionWishDto;
import io.duban.contract.TicketResumptionDto;
import io.duban.contract.TicketTerminationWishDto;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of what is asked for and decided on the way: translation only. */
@RestController
class HotlineRequestsController implements HotlineRequestsApi {

    private static final String NO_BODY = "";

    private final TicketWork work;
    private final TicketExtending extending;
    private final HardProposing proposing;
    private final TicketSuspending suspending;
    private final TicketTerminating terminating;
    private final HandlingReading reading;
    private final HandlingMapper mapper;

    HotlineRequestsController(
            TicketWork work,
            TicketExtending extending,
            HardProposing proposing,
            TicketSuspending suspending,
            TicketTerminating terminating,
            HandlingReading reading,
            HandlingMapper mapper) {
        this.work = work;
        this.extending = extending;
        this.proposing = proposing;
        this.suspending = suspending;
        this.terminating = terminating;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> requestHotlineExtension(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketExtensionWishDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> extending.ask(ticketId, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideHotlineExtension(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> extending.decide(ticketId, dto.getApproved(), dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> proposeHotlineHard(
            UUID ticketId, UUID key, String ifMatch, Mono<HardProposalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> proposing.propose(ticketId, mapper.toTerms(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideHotlineHard(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> proposing.decide(ticketId, dto.getApproved(), dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> listHotlineAsHard(
            UUID ticketId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return work.execute(exchange, NO_BODY, command -> suspending.list(ticketId, command));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> reviewHotlineHard(
            UUID ticketId, UUID key, String ifMatch, Mono<HardReviewDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> suspending.review(ticketId, mapper.toWords(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> resumeHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketResumptionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> suspending.resume(ticketId, dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> requestHotlineTermination(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketTerminationWishDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> terminating.ask(ticketId, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> decideHotlineTermination(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> terminating.decide(ticketId, dto.getApproved(), dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<HardTicketPageDto>> listHotlineHard(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.hardList(limit, cursor, exchange);
    }
}
