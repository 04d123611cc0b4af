package io.duban.supervision.matters;

import io.duban.contract.*;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the part of the contract about drafts and what they would repeat: translation only. */
@RestController
class DraftsController implements SupervisionDraftsApi {

    private final Commands commands;
    private final MatterWork work;
    private final DraftReading draftReading;
    private final SupervisionReading reading;
    private final SupervisionMapper mapper;

    DraftsController(
            Commands commands,
            MatterWork work,
            DraftReading draftReading,
            SupervisionReading reading,
            SupervisionMapper mapper) {
        this.commands = commands;
        this.work = work;
        this.draftReading = draftReading;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> amendSupervisionMatter(
            UUID matterId, UUID key, String ifMatch, Mono<MatterDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                SupervisionMatterDto.class,
                command -> work.drafting().amend(matterId, mapper.toDraft(dto), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<SupervisionMatterDto>> mergeSupervisionMatter(
            UUID matterId, UUID key, String ifMatch, Mono<MatterMergerDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                SupervisionMatterDto.class,
                command -> work.submitting().merge(matterId, dto.getIntoId(), dto.getReason(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<DuplicateListDto>> listSupervisionDuplicates(UUID matterId, ServerWebExchange exchange) {
        return draftReading.duplicates(matterId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<FrequencyReportDto>> getSupervisionFrequency(UUID matterId, ServerWebExchange exchange) {
        return draftReading.frequency(matterId, Access.of(exchange));
    }
}
