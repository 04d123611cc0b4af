package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as one officer sees it now: lights, what he may do with it, what people wrote only where it is not masked for him, and no
 * inspection that is still going on unless he inspects or supervises.
 */
record MatterView(
        SupervisionMatter matter,
        @Nullable String basisEvidence,
        List<Part> assignments,
        List<SupervisionNotice> notices,
        List<FieldRecord> inspections,
        boolean masked,
        AlertLight light,
        List<String> legalActions) {

    /** One unit's part of it. */
    record Part(
            SupervisionAssignment assignment,
            SupervisionMatter matter,
            HandIn handIn,
            AlertLight light,
            List<String> legalActions) {}

    static MatterView of(MatterFile file, Officer officer, Permissions permissions, Instant now) {
        var matter = file.matter();
        var masked = isMasked(matter, officer, permissions);
        return new MatterView(
                matter,
                masked ? null : matter.brief().basisEvidence(),
                file.assignments().stream()
                        .map(part -> part(part, matter, masked, officer, now))
                        .toList(),
                masked ? List.of() : file.notices(),
                file.inspections().stream()
                        .filter(inspection -> inspection.isShown(officer, permissions))
                        .toList(),
                masked,
                file.light(now),
                Move.legal(List.of(MatterMove.values()), matter.status(), officer));
    }

    static Part partOf(
            MatterFile file, SupervisionAssignment part, Officer officer, Permissions permissions, Instant now) {
        return part(part, file.matter(), isMasked(file.matter(), officer, permissions), officer, now);
    }

    static boolean isMasked(SupervisionMatter matter, Officer officer, Permissions permissions) {
        // Whoever got here by another row than reading, such as an approver, sees what he decides on.
        var reach = permissions.reach(officer, "supervision:read");
        return reach.covers(matter.unitIds(), matter.participantIds())
                && reach.masks(matter.unitIds(), matter.participantIds());
    }

    private static Part part(
            SupervisionAssignment part, SupervisionMatter matter, boolean masked, Officer officer, Instant now) {
        return new Part(
                part,
                matter,
                masked ? HandIn.NONE : part.handIn(),
                part.light(now),
                matter.status().isUnderWay() ? part.legalActions(matter.brief(), officer) : List.of());
    }
}
