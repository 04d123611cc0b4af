package io.duban.supervision.inspections;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was found. */
interface InspectionFindings extends Repository<InspectionFinding, UUID> {

    Flux<InspectionFinding> findByInspectionIdOrderByPlaceInList(UUID inspectionId);
}
