package io.duban.supervision.notices;

import io.duban.contract.*;
import io.duban.platform.identity.Access;
import io.duban.supervision.notices.PaperAnswers.Shown;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the chase letters' part of the contract: translation only. */
@RestController
class ChaseLetterController implements ChaseLettersApi {

    private final PaperAnswers answers;
    private final PaperDesk desk;
    private final ChaseLetterWriting writing;
    private final PaperMapper mapper;
    private final Shown<ChaseLetter, ChaseLetterDto> shown;

    ChaseLetterController(PaperAnswers answers, PaperDesk desk, ChaseLetterWriting writing, PaperMapper mapper) {
        this.answers = answers;
        this.desk = desk;
        this.writing = writing;
        this.mapper = mapper;
        this.shown = new Shown<>(
                "/v1/chase-letters/",
                ChaseLetterDto.class,
                (paper, access) -> mapper.toLetter(PaperView.of(paper, access)));
    }

    @Override
    public Mono<ResponseEntity<ChaseLetterDto>> proposeChaseLetter(
            UUID matterId, UUID assignmentId, UUID key, Mono<ChaseLetterProposalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> writing.propose(matterId, assignmentId, dto.getWords(), command)));
    }

    @Override
    public Mono<ResponseEntity<ChaseLetterDto>> decideChaseLetter(
            UUID letterId, UUID key, String ifMatch, Mono<ChaseLetterVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(shown, exchange, dto, command -> switch (dto.getVerdict()) {
            case SIGN -> writing.sign(letterId, command);
            case REJECT -> writing.reject(letterId, dto.getNote(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<ChaseLetterDto>> signForChaseLetter(
            UUID letterId, UUID key, String ifMatch, Mono<PaperReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> answers.execute(shown, exchange, dto, command -> writing.signFor(letterId, command)));
    }

    @Override
    public Mono<ResponseEntity<ChaseLetterDto>> getChaseLetter(UUID letterId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return writing.require(letterId, access).map(paper -> shown.existing(paper, access));
    }

    @Override
    public Mono<ResponseEntity<SupervisionPaperPageDto>> listChaseLetters(
            List<ChaseLetterStatusDto> status,
            UUID matterId,
            UUID unitId,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return desk.page(
                "supervision_chase_letter", new PaperDesk.Asked(status, matterId, unitId, limit, cursor), exchange);
    }
}
