package io.duban.supervision.plans;

import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What matters ask: whether an approved plan provides for what they say they carry out. */
@Component
public class PlanBook {

    private final DatabaseClient database;

    PlanBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Completes when the entry is in a plan in force and of this kind.
     *
     * @param kind of supervision, by its name
     * @throws Refusal {@code E_GEN_VALIDATION} at {@code /planEntryId}
     */
    public Mono<Void> requireInForce(UUID entryId, String kind) {
        return database.sql("""
                        select exists (select 1 from inspection_plan_entry e join inspection_plan p on p.id = e.plan_id
                            where e.id = $1 and e.kind = $2 and e.state = 'PLANNED' and p.status in ('APPROVED', 'CHANGE_PENDING'))""")
                .bind(0, entryId)
                .bind(1, kind)
                .map(row -> row.get(0, Boolean.class))
                .one()
                .flatMap(planned -> planned
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/planEntryId",
                                "已批准的年度督查计划中没有这一条目,或督查类型不符。",
                                "No approved plan has this entry for this kind of supervision.")));
    }
}
