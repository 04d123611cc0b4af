package io.duban.supervision.authority;

import io.duban.platform.identity.Directory;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.identity.UnitDirectory.Unit;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may be supervised at all (督查对象, 条例 art. 5): departments of the government, lower governments with theirs, and bodies that carry public
 * affairs by law or by entrustment, as the table {@code public_authority} names them. Nobody else: no superior, no peer such as the people's
 * congress, no section of the office itself, no other system, no enterprise that only does business.
 */
@Component
public class SupervisedObjects {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> GOVERNMENT = Set.of("DEPARTMENT", "SUBDISTRICT", "TOWNSHIP", "MANAGEMENT_OFFICE");

    private final Directory directory;
    private final UnitDirectory units;
    private final DatabaseClient database;

    SupervisedObjects(Directory directory, UnitDirectory units, DatabaseClient database) {
        this.directory = directory;
        this.units = units;
        this.database = database;
    }

    /**
     * Completes when all of these exist, can sign for a notice and may be supervised.
     *
     * @throws Refusal {@code E_SUP_OBJECT_NOT_ALLOWED} naming those that may not; {@code E_GEN_VALIDATION} at the pointer
     */
    public Mono<Void> require(Set<UUID> objects, String pointer, Instant now) {
        return units.units(objects)
                .filter(unit -> !GOVERNMENT.contains(unit.kind()))
                .collectList()
                .flatMap(others -> others.isEmpty() ? Mono.empty() : requireAuthority(others, now))
                .then(directory.canAllSignFor(objects))
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                pointer, "单位不存在,或者没有联络员。", "A unit does not exist or has no liaison.")));
    }

    private Mono<Void> requireAuthority(List<Unit> others, Instant now) {
        return database.sql("""
                        select organization_id from public_authority
                        where organization_id = any($1) and (valid_to is null or valid_to >= $2)""")
                .bind(0, others.stream().map(Unit::id).toArray(UUID[]::new))
                .bind(1, now.atZone(OFFICE).toLocalDate())
                .map(row -> row.get(0, UUID.class))
                .all()
                .collect(Collectors.toSet())
                .flatMap(carrying -> {
                    var refused = others.stream()
                            .filter(unit -> !carrying.contains(unit.id()))
                            .map(Unit::name)
                            .collect(Collectors.joining("、"));
                    return refused.isEmpty() ? Mono.empty() : Mono.error(notAllowed(refused));
                });
    }

    private static Refusal notAllowed(String names) {
        return Refusal.of(
                RefusalCode.E_SUP_OBJECT_NOT_ALLOWED,
                "%s不属于政府督查对象(《政府督查工作条例》第五条),请改列其主管部门。".formatted(names),
                "%s cannot be supervised (article 5); name the department in charge instead.".formatted(names));
    }
}
