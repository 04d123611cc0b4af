package io.duban.documents.incoming;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** The handling sheets. */
interface JournalEntries extends Repository<JournalEntry, UUID> {

    Flux<JournalEntry> findByDocumentIdOrderByDocumentVersionAscIdAsc(UUID documentId);
}
