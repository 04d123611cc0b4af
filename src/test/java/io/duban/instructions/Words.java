package io.duban.instructions;

import static io.duban.platform.identity.Role.*;

import io.duban.instructions.InstructionIntake.Category;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.instructions.InstructionIntake.Task;
import io.duban.instructions.InstructionIntake.Urgency;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.support.Someone;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words and officers for tests that need no server. */
final class Words {

    static final UUID UNIT = UUID.randomUUID();
    static final Officer LEADER = Someone.at(Someone.OFFICE, CHIEF_LEADER);
    static final Officer DEPUTY = Someone.at(Someone.OFFICE, DEPUTY_LEADER);
    static final Officer CLERK = Someone.at(Someone.OFFICE, DOC_HANDLER);
    static final Officer DIRECTOR = Someone.at(Someone.OFFICE, OFFICE_DIRECTOR);
    static final Officer LIAISON = Someone.at(UNIT, UNIT_LIAISON);

    private Words() {}

    static LeadersWords words(Category category, @Nullable UUID coordinator) {
        return new LeadersWords(
                null, "泵站停机", "请查清原因", Set.of(), category, Urgency.NORMAL, null, coordinator, Set.of(DEPUTY.id()));
    }

    static LeaderInstruction written(Category category) {
        var coordinator = category == Category.COORDINATE ? DEPUTY.id() : null;
        return InstructionRecording.written(null, words(category, coordinator), Set.of(), Someone.sees(LEADER, 0));
    }

    /** The instruction as if it stood in this state, for the cells of the table. */
    static InstructionFile in(InstructionStatus status) {
        var written = written(Category.ACT);
        return InstructionFile.of(new LeaderInstruction(
                written.id(),
                written.version(),
                status,
                written.leaderId(),
                written.chief(),
                written.parentId(),
                written.words(),
                written.course(),
                written.recordedAt(),
                written.changedAt(),
                Set.of(UNIT),
                written.participantIds()));
    }

    static Officer holding(Role role) {
        return Someone.at(Someone.OFFICE, role);
    }

    static Command by(Officer officer, InstructionFile file) {
        return Someone.sees(officer, file.version());
    }

    static List<Task> tasks() {
        return List.of(new Task(UNIT, Task.Role.HOST, "查清原因", Someone.NOW.plus(3, ChronoUnit.DAYS)));
    }

    static Deadline due(UUID instruction) {
        Instant due = Someone.NOW.plus(3, ChronoUnit.DAYS);
        return new Deadline(
                UUID.randomUUID(),
                LeaderInstruction.SUBJECT_TYPE,
                instruction,
                LeaderInstruction.FEEDBACK,
                "INS_NORMAL",
                1,
                "2026.1",
                Someone.NOW,
                due,
                due,
                due.minus(1, ChronoUnit.DAYS),
                false);
    }
}
