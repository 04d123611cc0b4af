package io.duban.supervision.matters;

import io.duban.contract.DuplicateListDto;
import io.duban.contract.FrequencyReportDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What stands against putting a matter up, as it is now. */
@Component
class DraftReading {

    private final MatterFiles files;
    private final DuplicateSearch search;
    private final Frequency frequency;
    private final SupervisionMapper mapper;
    private final Permissions permissions;
    private final Clock clock;

    DraftReading(
            MatterFiles files,
            DuplicateSearch search,
            Frequency frequency,
            SupervisionMapper mapper,
            Permissions permissions,
            Clock clock) {
        this.files = files;
        this.search = search;
        this.frequency = frequency;
        this.mapper = mapper;
        this.permissions = permissions;
        this.clock = clock;
    }

    Mono<ResponseEntity<DuplicateListDto>> duplicates(UUID matterId, Access access) {
        return files.require(matterId, access.reach())
                .flatMap(file -> search.of(file.matter(), access.officer(), clock.instant())
                        .map(mapper::toDto)
                        .collectList())
                .map(found -> ResponseEntity.ok(new DuplicateListDto(found)));
    }

    Mono<ResponseEntity<FrequencyReportDto>> frequency(UUID matterId, Access access) {
        return files.require(matterId, access.reach())
                .flatMap(file -> putsUp(file.matter(), access.officer())
                        ? frequency.report(file.matter().brief(), clock.instant())
                        : frequency.told(file.matter().brief(), clock.instant()))
                .map(loads -> ResponseEntity.ok(
                        new FrequencyReportDto(loads.stream().map(mapper::toDto).toList())));
    }

    private boolean putsUp(SupervisionMatter matter, Officer officer) {
        return permissions.reach(officer, "supervision:create").covers(matter.unitIds(), matter.participantIds());
    }
}
