package io.duban.hotline.cases;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.statistics.Period;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of exemplary cases: translation only. */
@RestController
class CaseController implements HotlineCasesApi {

    private final Commands commands;
    private final CaseTelling telling;
    private final CaseReading reading;
    private final CaseMapper mapper;

    CaseController(Commands commands, CaseTelling telling, CaseReading reading, CaseMapper mapper) {
        this.commands = commands;
        this.telling = telling;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCaseDto>> draftHotlineCase(
            UUID key, Mono<CaseDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                execute(exchange, dto, command -> telling.draft(dto.getTicketId(), mapper.toText(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCaseDto>> amendHotlineCase(
            UUID caseId, UUID key, String ifMatch, Mono<CaseTextDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> telling.amend(caseId, mapper.toText(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCaseDto>> decideHotlineCase(
            UUID caseId, UUID key, String ifMatch, Mono<CaseVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> switch (dto.getVerdict()) {
            case SIGN -> telling.sign(caseId, command);
            case RETURN -> telling.sendBack(caseId, dto.getWords(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCaseDto>> reportHotlineCase(
            UUID caseId, UUID key, String ifMatch, Mono<CaseReportDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> telling.report(caseId, dto.getSentTo(), command)));
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCaseDto>> dropHotlineCase(
            UUID caseId, UUID key, String ifMatch, Mono<CaseWithdrawalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> telling.drop(caseId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCaseDto>> getHotlineCase(UUID caseId, ServerWebExchange exchange) {
        return reading.one(caseId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<ExemplaryCasePageDto>> listHotlineCases(
            CaseStatusDto status, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(status, limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<CaseCountsDto>> countHotlineCases(
            LocalDate from, LocalDate to, ServerWebExchange exchange) {
        return reading.counts(Period.of(from, to), Access.of(exchange));
    }

    private Mono<ResponseEntity<ExemplaryCaseDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<ExemplaryCase>>> step) {
        return commands.execute(exchange, body, ExemplaryCaseDto.class, step, reading::answer);
    }
}
