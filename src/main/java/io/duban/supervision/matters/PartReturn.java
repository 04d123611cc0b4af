package io.duban.supervision.matters;

import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.subprocesses.CoOpinion;
import java.util.List;

/** What a part becomes when it is given back, kept, given to another unit, or, a co unit's, sent back by its host. */
record PartReturn(SupervisionAssignment part) {

    /** Wanted by the unit itself: once, in its window, not after a designation. */
    SupervisionAssignment asked(AssignmentMove move, Command command) {
        part.checkAtUnit(move, command);
        part.returning().right().require(command.now());
        return part.edit()
                .moved(move)
                .returning(part.returning().askedBy(command.officer().id()))
                .done();
    }

    /** The unit keeps it, after a dispute for good; it begins anew with its receipt. */
    SupervisionAssignment kept(AssignmentMove move) {
        return part.edit()
                .moved(move)
                .returning(part.returning().kept(move == DESIGNATE_HOLDER))
                .done();
    }

    SupervisionAssignment givenAway(AssignmentMove move) {
        return part.edit()
                .moved(move)
                .reminding(part.reminding().answered())
                .extending(part.extending().decided(false))
                .done();
    }

    /** The new unit's part, made by the same step: the matter keeps the date it had. */
    SupervisionAssignment takenOverBy(SupervisionAssignment other, boolean byDesignation) {
        var outer = part.returning().outerDueAt();
        var place = other.returning().inPlaceOf(part.id(), outer == null ? part.dueAt() : outer, byDesignation);
        return other.edit().returning(place).asNew();
    }

    /** The host found no substance in a co unit's opinion, which it says once; it is handed in anew by the date of its own clock. */
    SupervisionAssignment sentBackByHost(String defect, Deadline due) {
        new CoOpinion(part.reminding().coSentBack()).requireFirst();
        return part.edit()
                .moved(RETURN_CO)
                .defects(List.of(defect))
                .due(due.currentDueAt(), due.warnAt())
                .reminding(part.reminding().sentBackByHost())
                .done();
    }
}
