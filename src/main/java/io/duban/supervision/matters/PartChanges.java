package io.duban.supervision.matters;

import io.duban.platform.calendar.Continuation;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a step of the whole matter makes of one unit's part of it; the steps of the unit itself are the part's own. */
final class PartChanges {

    private PartChanges() {}

    /** The unit no longer has a part in the matter; what it did is kept. */
    static SupervisionAssignment released(SupervisionAssignment part) {
        if (!AssignmentMove.RELEASE.from().contains(part.status())) {
            throw Refusal.illegalState(
                    AssignmentMove.RELEASE.name(), part.status().name(), List.of());
        }
        return changed(part, part.unitId(), AssignmentMove.RELEASE.to(), part.dueAt(), part.warnAt());
    }

    /** The part of a unit that was abolished or renamed passes to its successor as it stands; its dates stay. */
    static SupervisionAssignment passed(SupervisionAssignment part, UUID successor) {
        return changed(part, successor, part.status(), part.dueAt(), part.warnAt());
    }

    /** Clocks that stood still go on until later dates: that of the whole, and that of the next stage report. Itself where none did. */
    static SupervisionAssignment resumed(
            SupervisionAssignment part, Optional<Continuation> handling, Optional<Continuation> stage) {
        if (handling.isEmpty() && stage.isEmpty()) {
            return part;
        }
        var edit = part.edit();
        handling.ifPresent(dates -> edit.due(dates.dueAt(), dates.warnAt()));
        stage.ifPresent(dates -> edit.reminding(part.reminding().stage(dates.dueAt())));
        return edit.done();
    }

    /** It has a clock of its own again. */
    static SupervisionAssignment dated(SupervisionAssignment part, Instant dueAt, Instant warnAt) {
        return changed(part, part.unitId(), part.status(), dueAt, warnAt);
    }

    private static SupervisionAssignment changed(
            SupervisionAssignment part, UUID unit, AssignmentStatus status, Instant dueAt, Instant warnAt) {
        return part.edit().passed(unit, status).due(dueAt, warnAt).done();
    }
}
