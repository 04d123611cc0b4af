package io.duban.supervision.conclusions;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Subject;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.SupervisionMatter;

/**
 * A conclusion and its matter: both move on with every step of a part, so that nobody marks the matter as handled while an objection comes in, and no
 * two decide on one object at once.
 */
record Root(InspectionConclusion conclusion, SupervisionMatter matter) {

    /** The time line says that it was done and by whom; what was said of one object stays with that object. */
    <T extends Subject> Outcome<T> movingOn(Outcome<T> step, Enum<?> move, Command command) {
        return step.updating(conclusion.touched())
                .updating(matter.touched(command.now()))
                .inserting(MatterEntry.of(move, matter.id(), null, command));
    }
}
