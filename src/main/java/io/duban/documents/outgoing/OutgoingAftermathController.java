package io.duban.documents.outgoing;

import io.duban.contract.IssuePlanEntryDraftDto;
import io.duban.contract.IssuePlanEntryDto;
import io.duban.contract.IssuePlanEntryListDto;
import io.duban.contract.NumberVoidingDto;
import io.duban.contract.OutgoingAftermathApi;
import io.duban.contract.OutgoingArchivingDto;
import io.duban.contract.OutgoingDocumentDto;
import io.duban.contract.OutgoingEndDto;
import io.duban.contract.VoidNumberListDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements void numbers, archiving, endings and the year's plan of the contract: translation only. */
@RestController
class OutgoingAftermathController implements OutgoingAftermathApi {

    private final OutgoingCommands documents;
    private final Commands commands;
    private final OutgoingRegistry registry;
    private final OutgoingAftermath aftermath;
    private final IssuePlan plan;
    private final OutgoingStepMapper mapper;

    OutgoingAftermathController(
            OutgoingCommands documents,
            Commands commands,
            OutgoingRegistry registry,
            OutgoingAftermath aftermath,
            IssuePlan plan,
            OutgoingStepMapper mapper) {
        this.documents = documents;
        this.commands = commands;
        this.registry = registry;
        this.aftermath = aftermath;
        this.plan = plan;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> voidOutgoingNumber(
            UUID id, UUID key, String ifMatch, Mono<NumberVoidingDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> documents.execute(exchange, dto, command -> registry.voidNumber(id, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> archiveOutgoingDocument(
            UUID id, UUID key, String ifMatch, Mono<OutgoingArchivingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> documents.execute(
                exchange,
                dto,
                command -> aftermath.archive(id, mapper.toRetention(dto.getRetentionPeriod()), command)));
    }

    @Override
    public Mono<ResponseEntity<OutgoingDocumentDto>> endOutgoingDocument(
            UUID id, UUID key, String ifMatch, Mono<OutgoingEndDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                documents.execute(exchange, dto, command -> aftermath.end(mapper.toEnd(id, dto), command)));
    }

    @Override
    public Mono<ResponseEntity<VoidNumberListDto>> listVoidNumbers(Integer year, ServerWebExchange exchange) {
        return aftermath
                .voidNumbers(year)
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new VoidNumberListDto(items)));
    }

    @Override
    public Mono<ResponseEntity<IssuePlanEntryDto>> enterIssuePlanEntry(
            UUID key, Mono<IssuePlanEntryDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                IssuePlanEntryDto.class,
                command -> plan.enter(mapper.toEntry(dto), command),
                (entry, command) -> ResponseEntity.created(URI.create("/v1/issue-plan-entries?year=" + entry.year()))
                        .eTag(Versions.etag(entry.version()))
                        .body(mapper.toDto(entry))));
    }

    @Override
    public Mono<ResponseEntity<IssuePlanEntryListDto>> listIssuePlanEntries(Integer year, ServerWebExchange exchange) {
        return plan.of(year)
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new IssuePlanEntryListDto(items)));
    }
}
