package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What a step of the whole matter means for everybody who has a part in it. */
final class Everybody {

    /** The event of units that no longer have a part in it: the last they hear of it. */
    static final String RELEASED = "released";

    private Everybody() {}

    /** Who is told: supervisors, units, and the leader it is for. */
    static Set<UUID> of(MatterFile file) {
        var everybody = new HashSet<>(file.supervisors());
        everybody.addAll(file.matter().unitIds());
        var leader = file.matter().brief().instructingLeaderId();
        if (leader != null) {
            everybody.add(leader);
        }
        return everybody;
    }

    /** What these parts still owed ends here: their to-dos close, their clocks stop now, late if they were late. */
    static void end(Collection<SupervisionAssignment> parts, Outcome<MatterFile> outcome, Command command) {
        parts.forEach(part -> {
            for (var step : UnitStep.values()) {
                outcome.closing(step.of(part.unitId())).satisfying(step.of(part.unitId()), command.now());
            }
        });
    }
}
