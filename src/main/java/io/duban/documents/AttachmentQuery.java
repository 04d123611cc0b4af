package io.duban.documents;

import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/** One search in attachments; the same for all kinds of papers but for the paper's own columns and who may see which file. */
public final class AttachmentQuery {

    // Of each paper the first page that contains it; the surroundings are cut out of the few pages shown only.
    private static final String CONTAINING = """
            select id, title, number, status, created_at, file_id, file_name, page,
                   substr(words, greatest(place - 30, 1), place - greatest(place - 30, 1)) as before,
                   substr(words, place, length(:first)) as hit,
                   substr(words, place + length(:first), 60) as after
            from (
                select distinct on (%1$s, d.id) d.id, d.title, %2$s as number, d.status, %1$s as created_at, a.file_id, f.file_name, a.page,
                       strpos(a.folded, :first) as place, a.words_of_page as words
                from attachment_containing(:pairs, :words, :kind) a
                join %3$s d on d.id = a.document_id join stored_file f on f.id = a.file_id
                where %4$s and %5$s and (:lastAt::timestamptz is null or (%1$s, d.id) < (:lastAt, :lastId))
                order by %1$s desc, d.id desc, f.received_at, f.id, a.page limit :limit) shown
            order by created_at desc, id desc""";

    private final String sql;
    private final PaperKind kind;

    /**
     * @param createdAt the SQL of the instant the paper is listed by; the paper is {@code d}, the file {@code f}
     * @param number of its number, null for none
     * @param visible of what must hold beside the reach
     */
    public AttachmentQuery(PaperKind kind, String table, String createdAt, String number, String visible) {
        this.sql = CONTAINING.formatted(createdAt, number, table, Zone.REACHES, visible);
        this.kind = kind;
    }

    /** The query with all markers filled that are not those of {@code visible}. */
    public GenericExecuteSpec on(DatabaseClient database, Phrase phrase, Zone zone, Cursors.Place last, int limit) {
        return phrase.bindTo(zone.bindTo(database.sql(sql)))
                .bind("kind", "document." + kind.name().toLowerCase(Locale.ROOT))
                .bind("lastAt", Binds.nullable(last.at(), Instant.class))
                .bind("lastId", Binds.nullable(last.id(), UUID.class))
                .bind("limit", limit);
    }

    public Flux<PaperHit> hits(GenericExecuteSpec query) {
        return query.map(this::hit).all();
    }

    private PaperHit hit(Readable row) {
        return new PaperHit(
                kind,
                required(row, "id", UUID.class),
                required(row, "title", String.class),
                row.get("number", String.class),
                required(row, "status", String.class),
                required(row, "created_at", Instant.class),
                new PaperHit.Snippet(
                        required(row, "before", String.class),
                        required(row, "hit", String.class),
                        required(row, "after", String.class)),
                new PaperHit.Place(
                        required(row, "file_id", UUID.class), fileName(row), required(row, "page", Integer.class)));
    }

    private static @Nullable String fileName(Readable row) {
        return row.get("file_name", String.class);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
