package io.duban.supervision.inspections;

import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.supervision.matters.SupervisionMatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks up the unit that is inspected, and whether those who are to inspect are inspectors. */
@Component
class InspectionGround {

    private static final String HOSTS =
            "select unit_id from supervision_assignment where matter_id = $1 and duty = 'HOST'";

    private final DatabaseClient database;
    private final Directory directory;

    InspectionGround(DatabaseClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** The unit that is named, or the matter's only host. */
    Mono<Ground> of(SupervisionMatter matter, @Nullable UUID named) {
        if (named != null) {
            var known = matter.unitIds().contains(named)
                    || matter.brief().objectUnitIds().contains(named);
            return known
                    ? Mono.just(new Ground(matter, named))
                    : Mono.error(
                            Refusal.invalid("/unitId", "该单位不是这一事项的督查对象。", "That unit has no part in this matter."));
        }
        return database.sql(HOSTS)
                .bind(0, matter.id())
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .map(hosts -> new Ground(matter, onlyOne(hosts)));
    }

    /** Completes when each of them may inspect; else {@code E_GEN_VALIDATION} at the pointer. */
    Mono<Void> requireInspectors(Set<UUID> persons, String pointer) {
        return Flux.just(Role.FIELD_SUPERVISOR, Role.SUPERVISOR, Role.SUPERVISION_CHIEF)
                .concatMap(directory::holdersOf)
                .reduce(new HashSet<UUID>(), (all, holders) -> {
                    all.addAll(holders);
                    return all;
                })
                .flatMap(inspectors -> inspectors.containsAll(persons)
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                pointer, "核查人员须是督查人员。", "Inspectors are people of the supervision office.")));
    }

    private static UUID onlyOne(List<UUID> hosts) {
        if (hosts.size() != 1) {
            throw Refusal.invalid(
                    "/unitId", "请写明核查哪个单位:这一事项没有唯一的主办单位。", "Say which unit is inspected: there is not just one host.");
        }
        return hosts.get(0);
    }
}
