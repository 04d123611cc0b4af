package io.duban.supervision.matters;

import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often the objects of a matter were visited and written to in the last 30 days, against the district's cap (严格控制督查频次, 条例 art. 15). Every
 * matter sends a letter; whether it plans a visit is in its methods. Over the cap it is refused, but for an emergency (the urgency EXTRA_URGENT, or
 * opened as an emergency outside the plan) or where the chief of supervision, who puts it up, overrides with a reason (domain 2.4.1 T3: "unless
 * chief overrides"): the approver reads that reason and the figures, and the word that opens the matter stays his.
 */
@Component
class Frequency {

    private static final Duration MONTH = Duration.ofDays(30);

    private static final String LOADS = """
            select u.id as unit_id,
                   (select count(*) from field_inspection i where i.unit_ids @> array[u.id] and i.begun_at >= :since
                      and (:going_on or i.recorded_at is not null)) as visits,
                   (select count(*) from supervision_notice n join supervision_assignment a on a.matter_id = n.matter_id
                    where a.unit_id = u.id and n.issued_at >= :since) as letters
            from unnest(:units) as u (id) order by u.id""";

    private final DatabaseClient database;
    private final Directory directory;
    private final int visits;
    private final int letters;

    Frequency(
            DatabaseClient database,
            Directory directory,
            @Value("${duban.supervision.frequency.visits-per-month:1}") int visits,
            @Value("${duban.supervision.frequency.letters-per-month:4}") int letters) {
        this.database = database;
        this.directory = directory;
        this.visits = visits;
        this.letters = letters;
    }

    /** As somebody else than those who put matters up may read it: a visit counts once its record is in, since it may be unannounced. */
    Mono<List<UnitLoad>> told(Brief brief, Instant now) {
        return count(brief, false, now);
    }

    Mono<List<UnitLoad>> report(Brief brief, Instant now) {
        return count(brief, true, now);
    }

    private Mono<List<UnitLoad>> count(Brief brief, boolean goingOn, Instant now) {
        return database.sql(LOADS)
                .bind("going_on", goingOn)
                .bind("units", brief.objectUnitIds().toArray(UUID[]::new))
                .bind("since", now.minus(MONTH))
                .mapProperties(Counted.class)
                .all()
                .map(counted -> new UnitLoad(
                        counted.unitId(),
                        counted.visits(),
                        counted.letters(),
                        counted.letters() >= letters || brief.plansVisit() && counted.visits() >= visits))
                .collectList();
    }

    /**
     * The report, when nothing of it stands against the matter.
     *
     * @throws Refusal {@code E_SUP_FREQUENCY_CAP} with the figures
     */
    Mono<List<UnitLoad>> require(SupervisionMatter matter, @Nullable String overrideReason, Instant now) {
        var free = matter.origin().isEmergency()
                || matter.brief().urgency() == Urgency.EXTRA_URGENT
                || overrideReason != null && !overrideReason.isBlank();
        return report(matter.brief(), now).flatMap(loads -> {
            var over = loads.stream().filter(UnitLoad::over).toList();
            return free || over.isEmpty()
                    ? Mono.just(loads)
                    : directory
                            .names(over.stream().map(UnitLoad::unitId).collect(Collectors.toSet()))
                            .flatMap(names -> Mono.error(refusal(over, names)));
        });
    }

    private Refusal refusal(List<UnitLoad> over, Map<UUID, String> names) {
        var chinese = over.stream()
                .map(load -> "%s近30日已实地督查%d次、发函%d件".formatted(names.get(load.unitId()), load.visits(), load.letters()))
                .collect(Collectors.joining(";"));
        var english = over.stream()
                .map(load -> "%s: %d visits, %d letters in 30 days"
                        .formatted(names.get(load.unitId()), load.visits(), load.letters()))
                .collect(Collectors.joining("; "));
        return Refusal.of(
                RefusalCode.E_SUP_FREQUENCY_CAP,
                "超过督查频次上限(每月实地%d次、发函%d件):%s。可合并办理、推迟,或由督查室主任写明理由后报批。".formatted(visits, letters, chinese),
                "Over the cap of %d visits and %d letters a month: %s. Merge, wait, or override with a reason."
                        .formatted(visits, letters, english));
    }

    /** A row of the count. */
    record Counted(UUID unitId, long visits, long letters) {}
}
