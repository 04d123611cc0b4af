package io.duban.platform.clocks;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clocks that wait for a decision whether they may become shorter. */
@Component
class Shortenings {

    private static final String WAITING = """
            from deadline d
            where shorter_due_at is not null and satisfied_at is null and shorter_year = $1""";

    private static final String ALL = """
            select d.id as deadline_id, d.subject_type, d.subject_id, d.step, d.current_due_at as due_at, d.warn_at,
                d.original_due_at, d.calendar_version, d.checked_version, d.provisional, d.shorter_due_at, d.shorter_warn_at,
                d.shorter_original_at,
                coalesce((select title from event_log e where e.subject_id = d.subject_id order by position desc limit 1), '') as title
            """ + WAITING + " order by d.shorter_due_at, d.id";

    /** Clocks may be satisfied, or get another date, before anybody has decided about them. */
    private static final String DECIDED = """
            update todo set closed_at = now()
            where action = '%s' and closed_at is null and not exists (
                select 1 from deadline d join work_calendar_notice n on n.year = d.shorter_year
                where n.id = todo.subject_id and d.shorter_due_at is not null and d.satisfied_at is null)""".formatted(ShorteningDeciding.ACTION);

    private final DatabaseClient database;

    Shortenings(DatabaseClient database) {
        this.database = database;
    }

    /** By the calendar of a year, those soonest due first. */
    Flux<Shortening> of(int year) {
        return database.sql(ALL).bind(0, year).mapProperties(Shortening.class).all();
    }

    /** Takes the decision off the desk where nothing waits for it any more. */
    Mono<Void> closeDecided() {
        return database.sql(DECIDED).then();
    }

    Mono<Long> count(int year) {
        return database.sql("select count(*) " + WAITING)
                .bind(0, year)
                .map(row -> row.get(0, Long.class))
                .one();
    }
}
