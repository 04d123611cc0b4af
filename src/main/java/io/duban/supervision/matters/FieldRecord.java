package io.duban.supervision.matters;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a matter knows of a look on the spot: a reading of the inspection's own row, never written here.
 *
 * @param authorId null while it is only planned
 * @param recordedAt when its record was handed in; null while it is going on
 */
@Table("field_inspection")
record FieldRecord(
        @Id UUID id,
        long version,
        UUID matterId,
        String status,
        String place,
        @Nullable UUID authorId,
        @Nullable UUID secondInspectorId,
        boolean announced,
        @Nullable Instant begunAt,
        @Nullable Instant recordedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds) {

    boolean isRecorded() {
        return recordedAt != null;
    }

    /** Who looked on the spot and handed in a record of it. */
    static Set<UUID> authors(Collection<FieldRecord> looked) {
        return looked.stream()
                .filter(FieldRecord::isRecorded)
                .flatMap(FieldRecord::verifiers)
                .collect(Collectors.toSet());
    }

    /** Those who looked: none of them decides on the matter (domain 0.2). */
    Stream<UUID> verifiers() {
        return Stream.of(authorId, secondInspectorId).filter(Objects::nonNull);
    }

    /** Whether this officer may know of it, as when he reads it by itself: unannounced visits stay unannounced until the record is in. */
    boolean isShown(Officer officer, Permissions permissions) {
        var permission = isRecorded() || announced ? "inspection:read-photo" : "inspection:create";
        return permissions.reach(officer, permission).covers(unitIds, participantIds);
    }
}
