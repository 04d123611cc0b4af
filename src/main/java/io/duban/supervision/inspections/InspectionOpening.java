package io.duban.supervision.inspections;

import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

/** How an inspection comes to be: planned, or begun without a plan. */
final class InspectionOpening {

    private InspectionOpening() {}

    /** A new one, planned or begun. Seen by its inspectors and the supervisors in charge, and by whoever units and lines let read it. */
    static FieldInspection opened(
            UUID id,
            FieldInspectionStatus status,
            Mission mission,
            Team team,
            Visit visit,
            Ground ground,
            Instant now) {
        var units = new HashSet<>(ground.matter().unitIds());
        units.add(mission.unitId());
        var people = new HashSet<>(ground.matter().hands().supervisors());
        people.addAll(team.all());
        if (mission.plannedById() != null) {
            people.add(mission.plannedById());
        }
        return new FieldInspection(
                id,
                1,
                status,
                mission,
                team,
                visit,
                RecordSheet.NONE,
                ObjectAnswer.NONE,
                Ending.NONE,
                Danger.NONE,
                now,
                units,
                people);
    }

    /** Without a plan, by who is on the spot. */
    static FieldInspection begun(FieldWork.Start start, Ground ground, Command command) {
        var matter = ground.matter();
        return opened(
                start.id(),
                FieldInspectionStatus.ON_SITE,
                Mission.unplanned(matter.id(), matter.brief().title(), ground.unitId()),
                Team.of(command.officer().id()),
                Visit.begun(start, command.now()),
                ground,
                command.now());
    }
}
