package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.UUID;

/** How much of a paper an officer sees: its sender sees what he sent and what he gets back, not what the office thinks of it. */
final class Insight {

    private Insight() {}

    static PaperFile of(PaperFile file, Officer officer) {
        if (isInside(file, officer)) {
            return file;
        }
        var registeredAt = file.document().register().registeredAt();
        var sent = file.attachments().stream()
                .filter(attached ->
                        registeredAt == null || !attached.receivedAt().isAfter(registeredAt))
                .toList();
        var document = file.document().with(Proposal.NONE).with(Leading.NONE).with(Assigning.NONE);
        return new PaperFile(document, List.of(), List.of(), List.of(), sent);
    }

    static void requireInside(PaperFile file, Officer officer) {
        if (!isInside(file, officer)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "文件处理单只供办理人员查看。", "The handling sheet is for those who handle the paper.");
        }
    }

    private static boolean isInside(PaperFile file, Officer officer) {
        return isInsideAll(officer)
                || file.assignments().stream().anyMatch(part -> isGiven(part) && worksAt(part.unitId(), officer))
                || file.readers().stream().anyMatch(reader -> reader.readerId().equals(officer.id()));
    }

    /** Whether he sees the whole of every paper in his reach, whoever handles it. */
    static boolean isInsideAll(Officer officer) {
        return PaperFiles.worksOnPapers(officer) || officer.has(CHIEF_LEADER, DEPUTY_LEADER, ARCHIVIST);
    }

    /** Whether he sees the whole of a paper given to this unit. */
    static boolean worksAt(UUID unitId, Officer officer) {
        return officer.hasAt(unitId, UNIT_HEAD, UNIT_DEPUTY, UNIT_LIAISON, UNIT_HANDLER);
    }

    /** Before it is confirmed no unit knows of its part. */
    private static boolean isGiven(UnitAssignment part) {
        return part.status() != UnitAssignmentStatus.DRAFTED && part.status() != UnitAssignmentStatus.DROPPED;
    }
}
