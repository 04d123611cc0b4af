package io.duban.supervision.inspections;

import io.duban.platform.evidence.Likenesses;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which photos of other inspections a photo looks like, or is: for whoever judges it, and only as far as his own reach goes. */
@Component
class PhotoLikenesses {

    private final InspectionFiles inspections;
    private final Likenesses likenesses;

    PhotoLikenesses(InspectionFiles inspections, Likenesses likenesses) {
        this.inspections = inspections;
        this.likenesses = likenesses;
    }

    Flux<Likenesses.Likeness> of(UUID inspectionId, UUID photoId, Access access) {
        return inspections
                .requireWithPhotos(inspectionId, access)
                .flatMapMany(file -> likenesses.of(photo(file, photoId)))
                .filter(likeness -> likeness.other().subjectType().equals(InspectionFile.SUBJECT_TYPE))
                .filterWhen(likeness -> isInReach(likeness.other().subjectId(), access), 1);
    }

    private static StoredFile photo(InspectionFile file, UUID photoId) {
        return file.photos().stream()
                .filter(photo -> photo.id().equals(photoId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Mono<Boolean> isInReach(UUID inspectionId, Access access) {
        return inspections.require(inspectionId, access).map(file -> true).onErrorReturn(Refusal.class, false);
    }
}
