package io.duban.platform.pages;

import io.duban.platform.evidence.StoredFile;
import io.duban.platform.persistence.Binds;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What reading a file found, kept: one row a file, one row a page. Reading again replaces both in one statement. */
@Component
class PageRows {

    private static final TypeReference<List<SealFinding>> SEALS = new TypeReference<>() {};

    private static final String SAVE = """
            with gone as (delete from page_text where file_id = :file and page > cardinality(:texts::text[])),
                 reading as (
                     insert into page_reading (file_id, edition, fault, layout, seals, read_at)
                     values (:file, :edition, :fault, :layout, :seals::jsonb, :readAt)
                     on conflict (file_id) do update set edition = excluded.edition, fault = excluded.fault,
                         layout = excluded.layout, seals = excluded.seals, read_at = excluded.read_at)
            insert into page_text (file_id, page, subject_type, subject_id, width, height, text)
            select :file, n, :subjectType, :subject, w, h, t
            from unnest(:widths::float8[], :heights::float8[], :texts::text[]) with ordinality as p (w, h, t, n)
            on conflict (file_id, page) do update set width = excluded.width, height = excluded.height, text = excluded.text""";

    private static final String FIND = """
            select r.edition, r.fault, r.layout, r.seals::text as seals, r.read_at,
                   array(select width from page_text where file_id = r.file_id order by page) as widths,
                   array(select height from page_text where file_id = r.file_id order by page) as heights
            from page_reading r
            where r.file_id = :file and r.edition = :edition and (r.fault is distinct from 'TOO_COMPLEX' or r.read_at > :since)""";

    private static final String UNREAD = """
            select f.id from stored_file f
            where f.media_type not like 'image/%' and not exists (select 1 from page_reading r where r.file_id = f.id)
            order by f.received_at limit :limit""";

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.shared();

    PageRows(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is known of the file; empty when it was never read in this edition.
     *
     * @param since a reading that ran out of time before this moment is tried again
     */
    Mono<PageReport> find(UUID fileId, String edition, Instant since) {
        return database.sql(FIND)
                .bind("file", fileId)
                .bind("edition", edition)
                .bind("since", since)
                .map(row -> report(fileId, row))
                .one();
    }

    private PageReport report(UUID fileId, Readable row) {
        var fault = row.get("fault", String.class);
        var layout = row.get("layout", String.class);
        var widths = row.get("widths", Double[].class);
        var heights = row.get("heights", Double[].class);
        var sizes = new java.util.ArrayList<PageSize>();
        for (int page = 0; page < widths.length; page++) {
            sizes.add(new PageSize(widths[page], heights[page]));
        }
        return new PageReport(
                fileId,
                row.get("edition", String.class),
                fault == null ? null : PaperFault.valueOf(fault),
                layout == null ? null : PageLayout.valueOf(layout),
                fault == null ? List.copyOf(sizes) : List.of(),
                json.readValue(row.get("seals", String.class), SEALS),
                row.get("read_at", Instant.class));
    }

    /** Keeps it, with the words of its pages. */
    Mono<PageReport> save(StoredFile file, PageReport report, List<String> texts) {
        var fault = report.fault();
        var layout = report.layout();
        return database.sql(SAVE)
                .bind("file", file.id())
                .bind("subjectType", file.subjectType())
                .bind("subject", file.subjectId())
                .bind("edition", report.edition())
                .bind("fault", Binds.nullable(fault == null ? null : fault.name(), String.class))
                .bind("layout", Binds.nullable(layout == null ? null : layout.name(), String.class))
                .bind("seals", json.writeValueAsString(report.seals()))
                .bind("readAt", report.readAt())
                .bind("widths", report.sizes().stream().map(PageSize::width).toArray(Double[]::new))
                .bind("heights", report.sizes().stream().map(PageSize::height).toArray(Double[]::new))
                .bind("texts", texts.toArray(String[]::new))
                .then()
                .thenReturn(report);
    }

    /** The words, page by page. */
    Flux<PageText> texts(UUID fileId) {
        return database.sql("select page, text from page_text where file_id = :file order by page")
                .bind("file", fileId)
                .map(row -> new PageText(row.get("page", Integer.class), row.get("text", String.class)))
                .all();
    }

    /** Papers nobody has read yet, the oldest first. */
    Flux<UUID> unread(int limit) {
        return database.sql(UNREAD)
                .bind("limit", limit)
                .map(row -> row.get("id", UUID.class))
                .all();
    }
}
