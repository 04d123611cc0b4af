package io.duban.supervision.authority;

import io.duban.contract.SupervisionDesignationDto;
import io.duban.contract.SupervisionDesignationListDto;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Designations as the contract shows them: the office sees all, a unit its own. */
@Component
class DesignationReading {

    private final Designations designations;
    private final DesignationMapper mapper;

    DesignationReading(Designations designations, DesignationMapper mapper) {
        this.designations = designations;
        this.mapper = mapper;
    }

    Mono<ResponseEntity<SupervisionDesignationListDto>> list(Access access) {
        var zone = access.zone();
        return designations
                .findSeenBy(zone.everything(), zone.units().toArray(UUID[]::new))
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new SupervisionDesignationListDto(items)));
    }

    ResponseEntity<SupervisionDesignationDto> answer(Designation designation) {
        var answer = designation.version() == 1
                ? ResponseEntity.created(URI.create("/v1/supervision-designations/" + designation.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(designation.version())).body(mapper.toDto(designation));
    }
}
