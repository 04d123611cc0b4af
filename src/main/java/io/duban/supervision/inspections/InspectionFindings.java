package io.duban.supervision.inspections;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was found. */
interface InspectionFindings extends Repository<InspectionFinding, UUID> {

    Flux<InspectionFinding> findByInspectionIdOrderByNumberAscIdAsc(UUID inspectionId);

    Flux<InspectionFinding> findByIdIn(Collection<UUID> ids);
}
