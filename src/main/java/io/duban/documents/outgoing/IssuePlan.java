package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.UNIT_LIAISON;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The year's plan of papers, and its quota: papers with and without number are counted together (D17). */
@Component
class IssuePlan {

    private static final String REGISTERED = """
            select count(*) from outgoing_document
            where numbered_at is not null and extract(year from numbered_at at time zone 'Asia/Shanghai') = $1""";

    private final R2dbcEntityTemplate template;
    private final DatabaseClient database;
    private final UnitDirectory units;
    private final OutgoingRules rules;

    IssuePlan(R2dbcEntityTemplate template, DatabaseClient database, UnitDirectory units, OutgoingRules rules) {
        this.template = template;
        this.database = database;
        this.units = units;
        this.rules = rules;
    }

    Mono<Outcome<IssuePlanEntry>> enter(IssuePlanEntry.Entry entry, Command command) {
        return units.allHave(Set.of(entry.unitId()), Set.of(UNIT_LIAISON))
                .filter(exists -> exists)
                .switchIfEmpty(Mono.error(Refusal.invalid("/unitId", "单位不存在。", "There is no such unit.")))
                .map(exists -> Outcome.created(IssuePlanEntry.of(entry, command))
                        .announcing("entered", Priority.INFO, command.now()));
    }

    Flux<IssuePlanEntry> of(int year) {
        return template.select(IssuePlanEntry.class)
                .matching(Query.query(Criteria.where("year").is(year))
                        .sort(org.springframework.data.domain.Sort.by("enteredAt", "id"))
                        .limit(1000))
                .all();
    }

    /** {@code E_DOC_NOT_IN_PLAN} where the plan is on and has no such entry for the unit this year. */
    Mono<Void> requireEntryFor(OutgoingDocument document, Command command) {
        var named = document.particulars().planEntryId();
        if (!rules.yearPlan() && named == null) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(named)
                .flatMap(id ->
                        template.selectOne(Query.query(Criteria.where("id").is(id)), IssuePlanEntry.class))
                .filter(entry -> entry.year() == year(command)
                        && entry.unitId().equals(document.origin().draftingUnitId()))
                .switchIfEmpty(Mono.error(Refusal.of(
                        RefusalCode.E_DOC_NOT_IN_PLAN,
                        "未列入本单位本年度发文立项,请先立项。",
                        "The year's plan has no such paper for this unit; have it entered first.")))
                .then();
    }

    /** Whether one more paper would be beyond the year's quota. */
    Mono<Boolean> isQuotaReached(Command command) {
        if (rules.yearQuota() == 0) {
            return Mono.just(false);
        }
        return database.sql(REGISTERED)
                .bind(0, year(command))
                .map(row -> row.get(0, Long.class))
                .one()
                .map(registered -> registered >= rules.yearQuota());
    }

    private static int year(Command command) {
        return LocalDate.ofInstant(command.now(), Progress.OFFICE).getYear();
    }
}
