package io.duban.supervision.inspections;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which photos show faces. */
interface PhotoFaceMarks extends Repository<PhotoFaceMark, UUID> {

    Mono<PhotoFaceMark> findById(UUID photoId);

    Flux<PhotoFaceMark> findByInspectionId(UUID inspectionId);
}
