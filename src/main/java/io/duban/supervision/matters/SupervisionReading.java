package io.duban.supervision.matters;

import io.duban.contract.AlertLightDto;
import io.duban.contract.SupervisionAssignmentDto;
import io.duban.contract.SupervisionKindDto;
import io.duban.contract.SupervisionMatterDto;
import io.duban.contract.SupervisionMatterPageDto;
import io.duban.contract.SupervisionMatterStatusDto;
import io.duban.contract.SupervisionTimelineDto;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Times;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Matters as the contract shows them to one officer. */
@Component
class SupervisionReading {

    private final MatterFiles files;
    private final MatterEntries entries;
    private final ConclusionRecords conclusions;
    private final MatterDesk desk;
    private final SupervisionMapper mapper;
    private final AssignmentMapper assignmentMapper;
    private final Permissions permissions;
    private final Cursors cursors;
    private final Times times;
    private final Clock clock;

    SupervisionReading(
            MatterFiles files,
            MatterEntries entries,
            ConclusionRecords conclusions,
            MatterDesk desk,
            SupervisionMapper mapper,
            AssignmentMapper assignmentMapper,
            Permissions permissions,
            Cursors cursors,
            Times times,
            Clock clock) {
        this.files = files;
        this.entries = entries;
        this.conclusions = conclusions;
        this.desk = desk;
        this.mapper = mapper;
        this.assignmentMapper = assignmentMapper;
        this.permissions = permissions;
        this.cursors = cursors;
        this.times = times;
        this.clock = clock;
    }

    /** The query parameters of the list. */
    record Asked(
            @Nullable List<SupervisionMatterStatusDto> status,
            @Nullable AlertLightDto light,
            @Nullable SupervisionKindDto kind,
            @Nullable UUID unitId,
            @Nullable UUID planEntryId,
            @Nullable OffsetDateTime dueBefore,
            boolean awaitingMe,
            @Nullable OffsetDateTime updatedSince,
            int limit,
            @Nullable String cursor) {}

    Mono<ResponseEntity<SupervisionMatterDto>> one(UUID matterId, Access access) {
        return files.require(matterId, access.reach())
                .flatMap(file -> conclusions
                        .reached(matterId)
                        .map(reached -> reached.shownTo(access.officer(), permissions))
                        .map(shown -> dto(file, access).conclusions(mapper.toSummaries(shown)))
                        .map(dto -> ResponseEntity.ok()
                                .eTag(Versions.etag(file.version()))
                                .body(dto)));
    }

    Mono<ResponseEntity<SupervisionAssignmentDto>> part(UUID matterId, UUID assignmentId, Access access) {
        return files.require(matterId, access.reach()).map(file -> answer(file, assignmentId, access));
    }

    Mono<ResponseEntity<SupervisionTimelineDto>> timeline(UUID matterId, Access access) {
        return files.require(matterId, access.reach())
                .flatMap(file -> entries.findByMatterIdOrderByAtAscIdAsc(matterId)
                        .map(entry -> isMasked(file, access) ? entry.withoutWords() : entry)
                        .map(mapper::toDto)
                        .collectList()
                        .map(items -> ResponseEntity.ok(new SupervisionTimelineDto(items))));
    }

    /** The answer to a command: what is new has an address. */
    ResponseEntity<SupervisionMatterDto> answer(MatterFile file, Command command) {
        var answer = file.version() == 1
                ? ResponseEntity.created(URI.create("/v1/supervision-matters/" + file.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(file.version())).body(dto(file, command.access()));
    }

    /** As {@link #answer(MatterFile, Command)}, with what was found about it. */
    ResponseEntity<SupervisionMatterDto> answer(MatterAnswer found, Command command) {
        var answer = answer(found.file(), command);
        answer.getBody()
                .duplicates(found.duplicates().stream().map(mapper::toDto).toList())
                .frequency(found.frequency().stream().map(mapper::toDto).toList());
        return answer;
    }

    /** One part, under the ETag of its own version: a step of another unit does not make it stale. */
    ResponseEntity<SupervisionAssignmentDto> answer(MatterFile file, UUID assignmentId, Access access) {
        var part = file.assignment(assignmentId);
        return ResponseEntity.ok()
                .eTag(Versions.etag(part.version()))
                .body(assignmentMapper.toDto(
                        MatterView.partOf(file, part, access.officer(), permissions, clock.instant())));
    }

    Mono<ResponseEntity<SupervisionMatterPageDto>> page(Asked asked, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(asked.cursor(), person, exchange);
        var query = new MatterDesk.Query(
                asked.status() == null
                        ? null
                        : asked.status().stream()
                                .map(status -> SupervisionMatterStatus.valueOf(status.name()))
                                .toList(),
                asked.light() == null ? null : AlertLight.valueOf(asked.light().name()),
                asked.kind() == null ? null : Brief.Kind.valueOf(asked.kind().name()),
                asked.unitId(),
                asked.planEntryId(),
                times.toDomain(asked.dueBefore()),
                asked.awaitingMe(),
                times.toDomain(asked.updatedSince()),
                last.at(),
                last.id(),
                asked.limit() + 1);
        return desk.list(query, access, clock.instant())
                .collectList()
                .map(rows -> cursors.page(
                        rows, asked.limit(), row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new SupervisionMatterPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    private SupervisionMatterDto dto(MatterFile file, Access access) {
        return mapper.toDto(MatterView.of(file, access, permissions, clock.instant()));
    }

    private boolean isMasked(MatterFile file, Access access) {
        return MatterView.isMasked(file.matter(), access.officer(), permissions);
    }
}
