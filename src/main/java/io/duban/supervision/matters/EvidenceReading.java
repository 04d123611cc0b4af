package io.duban.supervision.matters;

import io.duban.contract.PhotoRenditionDto;
import io.duban.platform.evidence.EvidenceDownload;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives out what a result rests on, to those who read its history. Photos come as the public copy, without what the camera wrote into them. */
@Component
class EvidenceReading {

    private final HistoryReading history;
    private final StoredFiles stored;
    private final EvidenceDownload download;

    EvidenceReading(HistoryReading history, StoredFiles stored, EvidenceDownload download) {
        this.history = history;
        this.stored = stored;
        this.download = download;
    }

    /**
     * {@code E_WEB_NOT_FOUND} for a file of another part.
     *
     * @param asked null for the public copy
     */
    Mono<ResponseEntity<Flux<DataBuffer>>> file(
            UUID matterId, UUID assignmentId, UUID fileId, @Nullable PhotoRenditionDto asked, Access access) {
        var rendition = asked == null ? Rendition.PUBLIC : Rendition.valueOf(asked.name());
        return history.part(matterId, assignmentId, access)
                .flatMap(part -> stored.require(fileId)
                        .filter(file -> part.id().equals(file.subjectId()))
                        .switchIfEmpty(Mono.error(Refusal::notFound)))
                .map(file -> download.of(file, rendition));
    }
}
