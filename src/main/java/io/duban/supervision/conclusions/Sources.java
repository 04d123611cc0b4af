package io.duban.supervision.conclusions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of one matter that its conclusion may rest on, and in which its objects were heard. */
record Sources(List<Source> all) {

    /**
     * A record.
     *
     * @param unitId whose feedback it is; null for what is not one unit's
     * @param speaks whether an object speaks in it
     */
    record Source(
            ConclusionEvidence.Kind kind, UUID id, @Nullable UUID unitId, boolean speaks, Instant at) {}

    Optional<Source> find(ConclusionEvidence.Kind kind, UUID id) {
        return all.stream()
                .filter(source -> source.kind() == kind && source.id().equals(id))
                .findFirst();
    }

    /** Where this object was heard: in the record of an inspection that has a statement, or in its own feedback. */
    Optional<Source> hearing(Hearing.Kind kind, @Nullable UUID id, UUID unitId) {
        if (id == null) {
            return Optional.empty();
        }
        return switch (kind) {
            case FIELD_STATEMENT ->
                find(ConclusionEvidence.Kind.FIELD_INSPECTION, id).filter(Source::speaks);
            case FEEDBACK ->
                find(ConclusionEvidence.Kind.FINAL_FEEDBACK, id).filter(source -> unitId.equals(source.unitId()));
            case RECORDED_HEARING -> Optional.empty();
        };
    }
}
