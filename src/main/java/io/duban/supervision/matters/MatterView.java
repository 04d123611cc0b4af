package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
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
        Origin origin,
        Course course,
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
            EvaluationState evaluation,
            AlertLight light,
            List<Warning> warnings,
            List<String> legalActions) {}

    /** What is to be looked at twice, though it was accepted. */
    record Warning(String code, String detail) {

        static final Warning COPIED = new Warning("E_SUP_COPIED_FEEDBACK", "办结反馈与以往或其他单位的反馈内容高度雷同,请审核人核实。");
    }

    static MatterView of(MatterFile file, Access access, Permissions permissions, Instant now) {
        var matter = file.matter();
        var officer = access.officer();
        var masked = isMasked(matter, officer, permissions);
        return new MatterView(
                matter,
                masked ? null : matter.brief().basisEvidence(),
                masked ? matter.origin().withoutWords() : matter.origin(),
                masked ? matter.course().withoutWords() : matter.course(),
                file.assignments().stream()
                        .map(part -> part(file, part, masked, officer, permissions, now))
                        .toList(),
                masked ? List.of() : file.notices(),
                file.inspections().stream()
                        .filter(inspection -> inspection.isShown(officer, permissions))
                        .toList(),
                masked,
                file.light(now),
                new MatterActions(file, access, permissions, now).legal());
    }

    static Part partOf(
            MatterFile file, SupervisionAssignment part, Officer officer, Permissions permissions, Instant now) {
        return part(file, part, isMasked(file.matter(), officer, permissions), officer, permissions, now);
    }

    static boolean isMasked(SupervisionMatter matter, Officer officer, Permissions permissions) {
        // Whoever got here by another row than reading, such as an approver, sees what he decides on.
        var reach = permissions.reach(officer, "supervision:read");
        return reach.covers(matter.unitIds(), matter.participantIds())
                && reach.masks(matter.unitIds(), matter.participantIds());
    }

    private static Part part(
            MatterFile file,
            SupervisionAssignment part,
            boolean masked,
            Officer officer,
            Permissions permissions,
            Instant now) {
        return new Part(
                part,
                file.matter(),
                masked ? HandIn.NONE : part.handIn(),
                part.posts().admit(officer) ? part.evaluation() : EvaluationState.NONE,
                light(part, file.matter(), now),
                part.handIn().copied() ? List.of(Warning.COPIED) : List.of(),
                new AssignmentRights(file, officer, permissions, now).on(part));
    }

    /** A part of a suspended matter stands still with it. */
    private static AlertLight light(SupervisionAssignment part, SupervisionMatter matter, Instant now) {
        var light = part.light(now);
        var still = matter.status() == SupervisionMatterStatus.SUSPENDED;
        return still && light != AlertLight.NONE ? AlertLight.GREY : light;
    }
}
