package io.duban.hotline.tickets;

import io.duban.contract.CitizenContactDto;
import io.duban.contract.CitizenContactListDto;
import io.duban.contract.HotlineHandlingApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.PhotoRenditionDto;
import io.duban.contract.TicketFeedbackDto;
import io.duban.contract.TicketHandlingHistoryDto;
import io.duban.contract.TicketPartDto;
import io.duban.contract.TicketPartReturnDto;
import io.duban.contract.TicketStageReportDto;
import io.duban.contract.TicketUrgeDto;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the page of the units at work: translation only. */
@RestController
class HotlineHandlingController implements HotlineHandlingApi {

    private static final String NO_BODY = "";

    private final TicketWork work;
    private final CitizenContacting contacting;
    private final StageReporting stages;
    private final CoPartReporting parts;
    private final FeedbackHandingIn feedbacks;
    private final HeadRequiring heads;
    private final TicketUrging urging;
    private final HandlingReading reading;
    private final HandlingMapper mapper;

    HotlineHandlingController(
            TicketWork work,
            CitizenContacting contacting,
            StageReporting stages,
            CoPartReporting parts,
            FeedbackHandingIn feedbacks,
            HeadRequiring heads,
            TicketUrging urging,
            HandlingReading reading,
            HandlingMapper mapper) {
        this.work = work;
        this.contacting = contacting;
        this.stages = stages;
        this.parts = parts;
        this.feedbacks = feedbacks;
        this.heads = heads;
        this.urging = urging;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> contactHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CitizenContactDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> contacting.contact(mapper.toContact(ticketId, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<CitizenContactListDto>> listHotlineContacts(UUID ticketId, ServerWebExchange exchange) {
        return reading.contacts(ticketId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> reportHotlineStage(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketStageReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> stages.report(ticketId, mapper.toReport(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> reportHotlinePart(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketPartDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> work.execute(
                exchange, dto, command -> parts.report(ticketId, dto.getUnitId(), dto.getFacts(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> returnHotlinePart(
            UUID ticketId,
            UUID partId,
            UUID key,
            String ifMatch,
            Mono<TicketPartReturnDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> parts.sendBack(ticketId, partId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> requireHotlineHead(
            UUID ticketId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return work.execute(exchange, NO_BODY, command -> heads.require(ticketId, command));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> submitHotlineFeedback(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketFeedbackDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                work.execute(exchange, dto, command -> feedbacks.submit(ticketId, mapper.toHandIn(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<TicketHandlingHistoryDto>> getHotlineHandlingHistory(
            UUID ticketId, ServerWebExchange exchange) {
        return reading.history(ticketId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<Flux<DataBuffer>>> getHotlineEvidence(
            UUID ticketId, UUID fileId, PhotoRenditionDto rendition, ServerWebExchange exchange) {
        return reading.file(ticketId, fileId, rendition, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> urgeHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketUrgeDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> urging.urge(ticketId, mapper.toCall(dto), command)));
    }
}
