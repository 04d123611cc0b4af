package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A text as it was written once; never changed, so that what was reviewed and signed can be shown again by its hash. */
@Table("outgoing_text")
record TextVersion(
        @Id UUID id, UUID documentId, String textHash, String title, String text, UUID writtenBy, Instant writtenAt) {

    static TextVersion of(OutgoingDocument document, UUID writer) {
        return new TextVersion(
                UuidCreator.getTimeOrderedEpoch(),
                document.id(),
                document.paper().hash(),
                document.paper().title(),
                document.paper().text(),
                writer,
                document.progress().changedAt());
    }
}
