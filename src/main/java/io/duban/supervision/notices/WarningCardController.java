package io.duban.supervision.notices;

import io.duban.contract.*;
import io.duban.platform.identity.Access;
import io.duban.supervision.notices.PaperAnswers.Shown;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the cards' part of the contract: translation only. */
@RestController
class WarningCardController implements WarningCardsApi {

    private final PaperAnswers answers;
    private final PaperDesk desk;
    private final CardIssuing issuing;
    private final CardObjecting objecting;
    private final PaperMapper mapper;
    private final Shown<WarningCard, WarningCardDto> shown;

    WarningCardController(
            PaperAnswers answers,
            PaperDesk desk,
            CardIssuing issuing,
            CardObjecting objecting,
            PaperMapper mapper,
            Clock clock) {
        this.answers = answers;
        this.desk = desk;
        this.issuing = issuing;
        this.objecting = objecting;
        this.mapper = mapper;
        this.shown = new Shown<>(
                "/v1/warning-cards/",
                WarningCardDto.class,
                (paper, access) -> mapper.toCard(PaperView.of(paper, access, clock.instant())));
    }

    @Override
    public Mono<ResponseEntity<WarningCardDto>> proposeWarningCard(
            UUID matterId, UUID assignmentId, UUID key, Mono<CardProposalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown,
                exchange,
                dto,
                command -> issuing.propose(matterId, assignmentId, mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<WarningCardDto>> decideRedCard(
            UUID cardId, UUID key, String ifMatch, Mono<PaperVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(shown, exchange, dto, command -> switch (dto.getVerdict()) {
            case APPROVE -> issuing.approve(cardId, dto.getOpinion(), command);
            case REJECT -> issuing.reject(cardId, dto.getOpinion(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<WarningCardDto>> signForWarningCard(
            UUID cardId, UUID key, String ifMatch, Mono<PaperReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> answers.execute(shown, exchange, dto, command -> objecting.signFor(cardId, command)));
    }

    @Override
    public Mono<ResponseEntity<WarningCardDto>> objectToWarningCard(
            UUID cardId, UUID key, String ifMatch, Mono<CardObjectionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> objecting.object(cardId, dto.getObjection(), command)));
    }

    @Override
    public Mono<ResponseEntity<WarningCardDto>> ruleOnWarningCard(
            UUID cardId, UUID key, String ifMatch, Mono<CardRulingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(shown, exchange, dto, command -> switch (dto.getVerdict()) {
            case UPHOLD -> objecting.uphold(cardId, dto.getRuling(), command);
            case WITHDRAW -> objecting.withdraw(cardId, dto.getRuling(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<WarningCardDto>> getWarningCard(UUID cardId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return objecting.require(cardId, access).map(paper -> shown.existing(paper, access));
    }

    @Override
    public Mono<ResponseEntity<SupervisionPaperPageDto>> listWarningCards(
            List<CardStatusDto> status,
            UUID matterId,
            UUID unitId,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return desk.page("supervision_card", new PaperDesk.Asked(status, matterId, unitId, limit, cursor), exchange);
    }
}
