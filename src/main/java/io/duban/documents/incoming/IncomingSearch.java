package io.duban.documents.incoming;

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

/** Incoming papers by title, register number, the sender's name and number, and text; a work secret is never found, whoever asks. */
@Component
class IncomingSearch implements SearchedPapers {

    // The surroundings are cut out of the few papers of the page only, at the place the folded text gives.
    private static final String CONTAINING = """
            select id, title, document_number, status, created_at,
                   substr(words, greatest(place - 30, 1), place - greatest(place - 30, 1)) as before,
                   substr(words, place, length(:first)) as hit,
                   substr(words, place + length(:first), 60) as after
            from (
                select d.id, d.title, coalesce(d.register_number, d.sender_number) as document_number, d.status, s.created_at, strpos(s.folded, :first) as place,
                       incoming_searched(d.title, d.register_number, d.sender_number, d.sender_name, d.text) as words
                from incoming_containing(:pairs, :words) s join incoming_document d on d.id = s.document_id
                where %s and d.secrecy_level <> 'WORK_SECRET'
                  and (:lastAt::timestamptz is null or (s.created_at, s.document_id) < (:lastAt, :lastId))
                order by s.created_at desc, s.document_id desc limit :limit) page
            order by created_at desc, id desc""".formatted(Zone.REACHES);

    private final DatabaseClient database;

    IncomingSearch(DatabaseClient database) {
        this.database = database;
    }

    private record Row(
            UUID id,
            String title,
            @Nullable String documentNumber,
            IncomingStatus status,
            Instant createdAt,
            String before,
            String hit,
            String after) {

        PaperHit toHit() {
            var snippet = new PaperHit.Snippet(before, hit, after);
            return new PaperHit(PaperKind.INCOMING, id, title, documentNumber, status.name(), createdAt, snippet);
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
