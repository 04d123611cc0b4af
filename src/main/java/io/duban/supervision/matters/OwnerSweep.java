package io.duban.supervision.matters;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A matter belongs to the leader's post, not to his person (domain 2.4, edge cases): when he no longer holds any leader's post, what he had asked
 * for, or had let be opened where nobody asked, passes to the leader now in charge of its objects; to the chief leader where nobody is, or where it
 * was the chief's own instruction.
 */
@Configuration(proxyBeanMethods = false)
class OwnerSweep {

    private static final String LEFT = """
            select m.id as matter_id, m.version, coalesce(
                (select p.leader_id from portfolio p join post on post.person_id = p.leader_id and post.role = 'DEPUTY_LEADER'
                 join person on person.id = p.leader_id and person.enabled
                 where m.basis <> 'CHIEF_INSTRUCTION' and p.organization_id = any(m.object_unit_ids) order by p.leader_id limit 1),
                (select post.person_id from post join person on person.id = post.person_id and person.enabled
                 where post.role = 'CHIEF_LEADER' order by post.person_id limit 1)) as leader_id
            from supervision_matter m
            where m.status not in ('STRUCK_OFF', 'CANCELLED') and coalesce(m.instructing_leader_id, m.approved_by_id) is not null
              and not exists (select 1 from post join person on person.id = post.person_id and person.enabled
                  where post.person_id = coalesce(m.instructing_leader_id, m.approved_by_id)
                    and post.role in ('CHIEF_LEADER', 'DEPUTY_LEADER', 'OFFICE_DIRECTOR'))
            order by m.id limit 100""";

    private final MatterFiles files;
    private final Commands commands;
    private final DatabaseClient database;
    private final Clock clock;

    OwnerSweep(MatterFiles files, Commands commands, DatabaseClient database, Clock clock) {
        this.files = files;
        this.commands = commands;
        this.database = database;
        this.clock = clock;
    }

    /** A matter whose leader has left, and who holds the post now. */
    record Left(UUID matterId, long version, @Nullable UUID leaderId) {}

    @Bean
    Job ownerSweepJob(@Value("${duban.supervision.owners-every:15m}") Duration every) {
        return new Job("the sweep of matters whose leader has left", every, this::sweep);
    }

    Mono<Void> sweep() {
        return database.sql(LEFT)
                .mapProperties(Left.class)
                .all()
                .collectList()
                .flatMapIterable(left -> left)
                .concatMap(left -> commands.unattended("passMatter", passed(left)))
                .then();
    }

    /** Read again, since somebody may have passed it on meanwhile. */
    private Mono<Outcome<MatterFile>> passed(Left left) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Mono.justOrEmpty(left.leaderId())
                .flatMap(leader -> files.find(left.matterId())
                        .filter(file -> file.version() == left.version())
                        .map(file -> MatterPassing.passed(file, leader, now)));
    }
}
