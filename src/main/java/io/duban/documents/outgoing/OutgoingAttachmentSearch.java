package io.duban.documents.outgoing;

import io.duban.documents.AttachmentQuery;
import io.duban.documents.PaperHit;
import io.duban.documents.PaperKind;
import io.duban.documents.SearchedAttachments;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Zone;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Outgoing papers by the words of their attachments. */
@Component
class OutgoingAttachmentSearch implements SearchedAttachments {

    private static final AttachmentQuery QUERY =
            new AttachmentQuery(PaperKind.OUTGOING, "outgoing_document", "d.created_at", "d.document_number", "true");

    private final DatabaseClient database;

    OutgoingAttachmentSearch(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<PaperHit> containing(Phrase phrase, Officer officer, Zone zone, Cursors.Place last, int limit) {
        return QUERY.hits(QUERY.on(database, phrase, zone, last, limit));
    }
}
