package io.duban.instructions;

import io.duban.contract.InstructionStatusDto;
import io.duban.contract.LeaderInstructionDto;
import io.duban.contract.LeaderInstructionPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Instructions as the contract shows them to one officer. */
@Component
class InstructionReading {

    private final InstructionFiles files;
    private final InstructionDesk desk;
    private final InstructionMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    InstructionReading(
            InstructionFiles files, InstructionDesk desk, InstructionMapper mapper, Cursors cursors, Clock clock) {
        this.files = files;
        this.desk = desk;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The query parameters of the list. */
    record Asked(
            @Nullable List<InstructionStatusDto> status,
            @Nullable UUID leaderId,
            @Nullable UUID sourceId,
            boolean waitingForMe,
            int limit,
            @Nullable String cursor) {}

    Mono<ResponseEntity<LeaderInstructionDto>> one(UUID id, Access access) {
        return files.require(id, access.reach())
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access)));
    }

    /** A leader's words are never edited, whoever asks; whether they exist is told only to who may see them. */
    Mono<ResponseEntity<LeaderInstructionDto>> refuseAmendment(UUID id, Access access) {
        return files.require(id, access.reach())
                .flatMap(file -> Mono.error(Refusal.of(
                        RefusalCode.E_INS_TEXT_IMMUTABLE,
                        "批示原文不得修改;领导有新的意见可以续批,办公室的理解写入任务分解。",
                        "The exact words are never edited; the leader writes again, the office decomposes.")));
    }

    ResponseEntity<LeaderInstructionDto> answer(InstructionFile file, Command command) {
        var answer = file.version() == 1
                ? ResponseEntity.created(URI.create("/v1/leader-instructions/" + file.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(file.version())).body(dto(file, command.access()));
    }

    Mono<ResponseEntity<LeaderInstructionPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var query = new InstructionDesk.Query(
                asked.status() == null
                        ? null
                        : asked.status().stream()
                                .map(status -> InstructionStatus.valueOf(status.name()))
                                .toList(),
                asked.leaderId(),
                asked.sourceId(),
                asked.waitingForMe(),
                last.at(),
                last.id(),
                asked.limit() + 1);
        return desk.list(query, access, clock.instant())
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.recordedAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new LeaderInstructionPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    private LeaderInstructionDto dto(InstructionFile file, Access access) {
        return mapper.toDto(InstructionView.of(file, access.officer(), clock.instant()));
    }
}
