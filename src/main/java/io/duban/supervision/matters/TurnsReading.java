package io.duban.supervision.matters;

import io.duban.contract.ScopeChangeListDto;
import io.duban.contract.SuspensionListDto;
import io.duban.contract.TrackingListDto;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.identity.Zone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What stands still, what is tracked, and what was changed of a matter's scope. People's words are left out where they are masked. */
@Component
class TurnsReading {

    private static final String SUSPENDED = """
            select s.id, s.matter_id, m.title, s.ground, s.authority, s.reason, s.resume_condition, s.court_file_no, s.review_at,
                   case when :now > s.review_at then 'RED' else 'GREY' end as light, s.suspended_by_id, s.suspended_at
            from supervision_suspension s join supervision_matter m on m.id = s.matter_id
            where s.resumed_at is null and m.status = 'SUSPENDED' and %s
            order by s.review_at, s.id limit 200""".formatted(Zone.REACHES);

    private final MatterFiles files;
    private final ScopeChanges changes;
    private final Trackings trackings;
    private final DatabaseClient database;
    private final Permissions permissions;
    private final TurnsMapper mapper;
    private final Clock clock;

    TurnsReading(
            MatterFiles files,
            ScopeChanges changes,
            Trackings trackings,
            DatabaseClient database,
            Permissions permissions,
            TurnsMapper mapper,
            Clock clock) {
        this.files = files;
        this.changes = changes;
        this.trackings = trackings;
        this.database = database;
        this.permissions = permissions;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A line of the list of what stands still; red when nobody has looked at it in time. */
    record Suspended(
            UUID id,
            UUID matterId,
            String title,
            Suspension.Ground ground,
            String authority,
            String reason,
            String resumeCondition,
            @Nullable String courtFileNo,
            Instant reviewAt,
            AlertLight light,
            UUID suspendedById,
            Instant suspendedAt) {}

    /** A tracking as the contract shows it. */
    record Tracked(
            UUID id,
            String stageResult,
            List<Tracking.Milestone> goals,
            int reportMonths,
            Instant nextReportAt,
            int reports,
            UUID decidedById,
            Instant decidedAt,
            @Nullable UUID endedById,
            @Nullable Instant endedAt) {

        static Tracked of(Tracking tracking) {
            return new Tracked(
                    tracking.id(),
                    tracking.stageResult(),
                    tracking.goals(),
                    tracking.reportMonths(),
                    tracking.nextReportAt(),
                    tracking.reports(),
                    tracking.decidedById(),
                    tracking.decidedAt(),
                    tracking.endedById(),
                    tracking.endedAt());
        }
    }

    /** Only in the clear part of the officer's reach: every line is people's words. */
    Mono<ResponseEntity<SuspensionListDto>> suspended(Access access) {
        return access.reach()
                .clear()
                .bindTo(database.sql(SUSPENDED))
                .bind("now", clock.instant())
                .mapProperties(Suspended.class)
                .all()
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new SuspensionListDto(items)));
    }

    Mono<ResponseEntity<ScopeChangeListDto>> changes(UUID matterId, Access access) {
        return files.require(matterId, access.reach())
                .filter(file -> !isMasked(file, access))
                .flatMapMany(file -> changes.findByMatterIdOrderByProposedAtAscIdAsc(matterId))
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new ScopeChangeListDto(items)));
    }

    Mono<ResponseEntity<TrackingListDto>> trackings(UUID matterId, Access access) {
        return files.require(matterId, access.reach())
                .filter(file -> !isMasked(file, access))
                .flatMapMany(file -> trackings.findByMatterIdOrderByDecidedAtAscIdAsc(matterId))
                .map(Tracked::of)
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new TrackingListDto(items)));
    }

    private boolean isMasked(MatterFile file, Access access) {
        return MatterView.isMasked(file.matter(), access.officer(), permissions);
    }
}
