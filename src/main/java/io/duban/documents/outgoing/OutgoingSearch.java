package io.duban.documents.outgoing;

import io.duban.documents.PaperHit;
import io.duban.documents.PaperKind;
import io.duban.documents.SearchedPapers;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Outgoing papers by title, document number and text as they are now; earlier texts are not found. */
@Component
class OutgoingSearch implements SearchedPapers {

    // The surroundings are cut out of the few papers of the page only, at the place the folded text gives.
    private static final String CONTAINING = """
            select id, title, document_number, status, created_at,
                   substr(words, greatest(place - 30, 1), place - greatest(place - 30, 1)) as before,
                   substr(words, place, length(:first)) as hit,
                   substr(words, place + length(:first), 60) as after
            from (
                select d.id, d.title, d.document_number, d.status, s.created_at, strpos(s.folded, :first) as place,
                       outgoing_searched(d.title, d.document_number, d.text) as words
                from outgoing_containing(:pairs, :words) s join outgoing_document d on d.id = s.document_id
                where %s
                  and (:lastAt::timestamptz is null or (s.created_at, s.document_id) < (:lastAt, :lastId))
                order by s.created_at desc, s.document_id desc limit :limit) page
            order by created_at desc, id desc""".formatted(Zone.REACHES);

    private final DatabaseClient database;

    OutgoingSearch(DatabaseClient database) {
        this.database = database;
    }

    private record Row(
            UUID id,
            String title,
            @Nullable String documentNumber,
            OutgoingStatus status,
            Instant createdAt,
            String before,
            String hit,
            String after) {

        PaperHit toHit() {
            var snippet = new PaperHit.Snippet(before, hit, after);
            return new PaperHit(PaperKind.OUTGOING, id, title, documentNumber, status.name(), createdAt, snippet);
        }
    }

    @Override
    public Flux<PaperHit> containing(Phrase phrase, Zone zone, Cursors.Place last, int limit) {
        return phrase.bindTo(zone.bindTo(database.sql(CONTAINING)))
                .bind("lastAt", Binds.nullable(last.at(), Instant.class))
                .bind("lastId", Binds.nullable(last.id(), UUID.class))
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all()
                .map(Row::toHit);
    }
}
