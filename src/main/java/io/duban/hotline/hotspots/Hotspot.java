package io.duban.hotline.hotspots;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A cluster that stood out (热点).
 *
 * @param placeKey the field of the grid or the neighbourhood; with category and week it is unique
 * @param week the Monday of the week it was detected in, in Shanghai
 * @param weeklyMean of the four weeks before the seven days that were counted
 * @param note what is done about it
 */
@Table("hotline_hotspot")
record Hotspot(
        @Id UUID id,
        long version,
        HotspotStatus status,
        String categoryCode,
        String placeKey,
        LocalDate week,
        @Nullable String neighbourhood,
        @Nullable Double latitude,
        @Nullable Double longitude,
        int tickets,
        double weeklyMean,
        HotspotRule.Ground ground,
        Instant detectedAt,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String note,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    static Hotspot detected(Cluster cluster, HotspotRule.Ground ground, Set<UUID> units, Instant now) {
        return new Hotspot(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                HotspotStatus.DETECTED,
                cluster.categoryCode(),
                cluster.placeKey(),
                LocalDate.ofInstant(now, OFFICE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                cluster.neighbourhood(),
                cluster.latitude(),
                cluster.longitude(),
                cluster.tickets(),
                HotspotRule.weeklyMean(cluster.before()),
                ground,
                now,
                null,
                null,
                null,
                units,
                Set.of());
    }

    Hotspot acknowledged(String what, Command command) {
        HotspotMove.ACKNOWLEDGE.check(status, version, command);
        return new Hotspot(
                id,
                version + 1,
                HotspotMove.ACKNOWLEDGE.to(),
                categoryCode,
                placeKey,
                week,
                neighbourhood,
                latitude,
                longitude,
                tickets,
                weeklyMean,
                ground,
                detectedAt,
                command.officer().id(),
                command.now(),
                what,
                unitIds,
                participantIds);
    }

    List<String> legalActions(Officer officer) {
        return Move.legal(Arrays.asList(HotspotMove.values()), status, officer);
    }

    @Override
    public String subjectType() {
        return "hotline.hotspot";
    }

    /** Without the place: what a citizen told as his address may name him. Who may see the hot spot reads it there. */
    @Override
    public String title() {
        return "热点诉求:%s,7天%d件".formatted(categoryCode, tickets);
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("ticket:list", unitIds, participantIds);
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
