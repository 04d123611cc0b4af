package io.duban.documents.incoming;

import io.duban.documents.AttachmentQuery;
import io.duban.documents.PaperHit;
import io.duban.documents.PaperKind;
import io.duban.documents.SearchedAttachments;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Zone;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Incoming papers by the words of their attachments, as {@link Insight} gives them out; those of a work secret are never found. */
@Component
class IncomingAttachmentSearch implements SearchedAttachments {

    // Whoever is not inside finds what came with the paper, not what was added by those who handle it.
    private static final AttachmentQuery QUERY = new AttachmentQuery(
            PaperKind.INCOMING,
            "incoming_document",
            "d.delivered_at",
            "coalesce(d.register_number, d.sender_number)",
            """
            d.secrecy_level <> 'WORK_SECRET' and (:inside or d.registered_at is null or f.received_at <= d.registered_at
                or exists (select from incoming_assignment part where part.document_id = d.id
                    and part.status not in ('DRAFTED', 'DROPPED') and part.unit_id = any(:posts))
                or exists (select from incoming_reader reader where reader.document_id = d.id and reader.reader_id = :reader))""");

    private final DatabaseClient database;

    IncomingAttachmentSearch(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<PaperHit> containing(Phrase phrase, Officer officer, Zone zone, Cursors.Place last, int limit) {
        return QUERY.hits(QUERY.on(database, phrase, zone, last, limit)
                .bind("inside", Insight.isInsideAll(officer))
                .bind("posts", postsOf(officer))
                .bind("reader", officer.id()));
    }

    private static UUID[] postsOf(Officer officer) {
        return officer.posts().stream()
                .map(Post::unitId)
                .filter(unit -> Insight.worksAt(unit, officer))
                .distinct()
                .toArray(UUID[]::new);
    }
}
