package io.duban.platform.clocks;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody may know of a subject of whatever kind: as its last event says whose it is, measured by the permission that event names.
 * It is what the live stream goes by, too.
 */
@Component
class SubjectReach {

    private static final String LAST_EVENT = """
            select permission, unit_ids, participant_ids from event_log where subject_id = $1 order by position desc limit 1""";

    private final DatabaseClient database;
    private final Permissions permissions;

    SubjectReach(DatabaseClient database, Permissions permissions) {
        this.database = database;
        this.permissions = permissions;
    }

    /** Empty when it is absent or out of reach, which look the same. */
    Mono<UUID> reached(UUID subjectId, Access access) {
        return database.sql(LAST_EVENT)
                .bind(0, subjectId)
                .mapProperties(Standing.class)
                .one()
                .filter(standing -> covers(standing, access))
                .map(standing -> subjectId);
    }

    private boolean covers(Standing standing, Access access) {
        return permissions.actions().contains(standing.permission())
                && (access.mandate() == null || access.mandate().opens(standing.permission()))
                && permissions
                        .reach(access.officer(), standing.permission())
                        .covers(standing.unitIds(), standing.participantIds());
    }

    /** Whose a subject is now. */
    record Standing(String permission, List<UUID> unitIds, List<UUID> participantIds) {}
}
