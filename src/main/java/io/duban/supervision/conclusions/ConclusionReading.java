package io.duban.supervision.conclusions;

import io.duban.contract.ConclusionObjectionDto;
import io.duban.contract.InspectionConclusionDto;
import io.duban.contract.ObjectFindingDto;
import io.duban.contract.RectificationItemDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Conclusions and their parts as the contract shows them to one officer, each under the ETag of its own version. */
@Component
class ConclusionReading {

    private final ConclusionFiles files;
    private final ConclusionMapper mapper;
    private final Permissions permissions;
    private final Clock clock;

    ConclusionReading(ConclusionFiles files, ConclusionMapper mapper, Permissions permissions, Clock clock) {
        this.files = files;
        this.mapper = mapper;
        this.permissions = permissions;
        this.clock = clock;
    }

    Mono<ResponseEntity<InspectionConclusionDto>> conclusion(UUID id, Access access) {
        return files.require(id, access).map(file -> shown(file, access, ResponseEntity.ok()));
    }

    Mono<ResponseEntity<ObjectFindingDto>> finding(UUID id, Access access) {
        return files.finding(id, access).map(finding -> shown(finding, access));
    }

    Mono<ResponseEntity<RectificationItemDto>> item(UUID id, Access access) {
        return files.item(id, access).map(item -> shown(item, access));
    }

    Mono<ResponseEntity<ConclusionObjectionDto>> objection(UUID id, Access access) {
        return files.objection(id, access).map(objection -> shown(objection, access, ResponseEntity.ok()));
    }

    /** The answer to a command: what is new has an address. */
    ResponseEntity<InspectionConclusionDto> answer(ConclusionFile file, Command command) {
        return shown(file, command.access(), status(file.version(), "/v1/inspection-conclusions/" + file.id()));
    }

    ResponseEntity<ObjectFindingDto> answer(ObjectFinding finding, Command command) {
        return shown(finding, command.access());
    }

    ResponseEntity<RectificationItemDto> answer(RectificationItem item, Command command) {
        return shown(item, command.access());
    }

    ResponseEntity<ConclusionObjectionDto> answer(ConclusionObjection objection, Command command) {
        return shown(
                objection,
                command.access(),
                status(objection.version(), "/v1/conclusion-objections/" + objection.id()));
    }

    private static BodyBuilder status(long version, String address) {
        return version == 1 ? ResponseEntity.created(URI.create(address)) : ResponseEntity.ok();
    }

    private ResponseEntity<InspectionConclusionDto> shown(ConclusionFile file, Access access, BodyBuilder answer) {
        var view = ConclusionView.of(file, access.officer(), permissions, clock.instant());
        return answer.eTag(Versions.etag(file.version())).body(mapper.toDto(view));
    }

    private ResponseEntity<ObjectFindingDto> shown(ObjectFinding finding, Access access) {
        var view = ConclusionView.Finding.of(finding, access.officer(), clock.instant());
        return ResponseEntity.ok().eTag(Versions.etag(finding.version())).body(mapper.toDto(view));
    }

    private ResponseEntity<RectificationItemDto> shown(RectificationItem item, Access access) {
        var view = ConclusionView.Item.of(item, access.officer(), clock.instant());
        return ResponseEntity.ok().eTag(Versions.etag(item.version())).body(mapper.toDto(view));
    }

    private ResponseEntity<ConclusionObjectionDto> shown(
            ConclusionObjection objection, Access access, BodyBuilder answer) {
        var view = ConclusionView.Objection.of(objection, access.officer(), clock.instant());
        return answer.eTag(Versions.etag(objection.version())).body(mapper.toDto(view));
    }
}
