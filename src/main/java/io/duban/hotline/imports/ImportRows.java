package io.duban.hotline.imports;

import io.duban.platform.operations.Tally;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The files and what became of their rows. */
@Component
class ImportRows {

    private static final String FILE =
            "select id, mapping, source_system, template_title, person_id, unit_id, content, received_at from hotline_import where id = $1";

    private static final String TALLY = """
            select count(*) filter (where outcome = 'ACCEPTED') as succeeded, count(*) filter (where outcome = 'WAS_THERE') as unchanged,
                   count(*) filter (where outcome = 'REFUSED') as failed
            from hotline_import_row where import_id = $1""";

    private static final String PAGE = """
            select import_id, number, source_id, outcome, ticket_id, ticket_number, code, reason from hotline_import_row
            where import_id = $1 and number > $2 order by number limit $3""";

    /** What is done or given up is not kept: it may hold personal data. */
    private static final String FORGET = """
            update hotline_import set content = null
            where content is not null and exists (
                select 1 from operation where operation.id = hotline_import.id and status <> 'RUNNING')""";

    private final DatabaseClient database;

    ImportRows(DatabaseClient database) {
        this.database = database;
    }

    Mono<ImportFile> file(UUID id) {
        return database.sql(FILE).bind(0, id).mapProperties(ImportFile.class).one();
    }

    Mono<Set<Long>> done(UUID importId) {
        return database.sql("select number from hotline_import_row where import_id = $1")
                .bind(0, importId)
                .mapValue(Long.class)
                .all()
                .collect(Collectors.toSet());
    }

    Mono<Boolean> isDone(UUID importId, long number) {
        return database.sql("select count(*) > 0 from hotline_import_row where import_id = $1 and number = $2")
                .bind(0, importId)
                .bind(1, number)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Tally> tally(UUID importId) {
        return database.sql(TALLY).bind(0, importId).mapProperties(Tally.class).one();
    }

    Mono<List<ImportRow>> page(UUID importId, long after, int limit) {
        return database.sql(PAGE)
                .bind(0, importId)
                .bind(1, after)
                .bind(2, limit)
                .mapProperties(ImportRow.class)
                .all()
                .collectList();
    }

    Mono<Long> forgetContents() {
        return database.sql(FORGET).fetch().rowsUpdated();
    }
}
