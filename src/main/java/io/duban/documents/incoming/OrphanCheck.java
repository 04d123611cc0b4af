package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.jobs.Job;
import io.duban.platform.todos.Assignee;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The nightly look for what fell between two desks (漏办): a paper to act on, not at its end, of which nobody has anything to do. It is said at
 * once to the director, whose to-do it stays until somebody takes a step; so the same orphan is said once.
 */
@Configuration(proxyBeanMethods = false)
class OrphanCheck {

    private static final String LOST = """
            select id from incoming_document d
            where handling_kind = 'ACTION' and status not in ('COMPLETED', 'ARCHIVED', 'RETURNED_TO_SENDER', 'VOIDED')
              and not exists (select 1 from todo where todo.subject_id = d.id and todo.closed_at is null and todo.action <> 'SEE_BYPASS')
            order by id""";

    private static final String IS_LOST = """
            select not exists (select 1 from todo where todo.subject_id = $1 and todo.closed_at is null
                and todo.action <> 'SEE_BYPASS')""";

    private final DatabaseClient database;
    private final PaperFiles files;
    private final Commands commands;
    private final Clock clock;

    OrphanCheck(DatabaseClient database, PaperFiles files, Commands commands, Clock clock) {
        this.database = database;
        this.files = files;
        this.commands = commands;
        this.clock = clock;
    }

    @Bean
    Job orphanCheckJob(@Value("${duban.documents.orphan-check-every:24h}") Duration every) {
        return new Job("the check for lost papers", every, this::check);
    }

    /** Reads all, then says one at a time; what somebody has taken up meanwhile is not said. */
    Mono<Void> check() {
        return database.sql(LOST)
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> commands.unattended("detectOrphan", lost(id)))
                .then();
    }

    private Mono<Outcome<PaperFile>> lost(UUID id) {
        return files.find(id)
                .filterWhen(paper -> isLost(paper.id()))
                .map(paper -> said(paper, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private Mono<Boolean> isLost(UUID id) {
        return database.sql(IS_LOST)
                .bind(0, id)
                .map(row -> row.get(0, Boolean.class))
                .one();
    }

    private static Outcome<PaperFile> said(PaperFile paper, Instant now) {
        var found = paper.with(paper.document().found());
        return Outcome.about(found)
                .updating(found.document())
                .inserting(JournalEntry.found("ORPHAN", found.document(), now))
                .opening(Desk.RESUME_ORPHAN, Assignee.holders(OFFICE_DIRECTOR), paper.dueAt())
                .announcing(Signals.orphan(found, now));
    }
}
