package io.duban.platform.evidence;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A stored file as an answer. Photos come as the public copy, without what the camera wrote into them. Does not ask who may see the file. */
@Component
public class EvidenceDownload {

    private final EvidenceViewing viewing;

    EvidenceDownload(EvidenceViewing viewing) {
        this.viewing = viewing;
    }

    /** @param asked the original of a photo is given to nobody: its public copy is */
    public ResponseEntity<Flux<DataBuffer>> of(StoredFile file, Rendition asked) {
        var rendition = file.isPhoto() && asked == Rendition.ORIGINAL ? Rendition.PUBLIC : asked;
        var type = MediaType.parseMediaType(viewing.mediaType(file, rendition));
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(file.id(), type.getSubtype()))
                .header("X-Content-Type-Options", "nosniff")
                .body(viewing.content(file, rendition));
    }
}
