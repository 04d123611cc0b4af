package io.duban.instructions;

import static io.duban.platform.identity.Role.DOC_HANDLER;

import io.duban.instructions.InstructionIntake.Category;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;

/** From the leader's mouth or pen to the desk of whoever has to act on it. */
class InstructionRecording {

    static Outcome<LeaderInstruction> recorded(LeaderInstruction instruction, Command command) {
        var words = instruction.words();
        var outcome = Outcome.created(instruction);
        if (words.category() == Category.COORDINATE && words.coordinatingLeaderId() != null) {
            outcome.opening(
                    InstructionMove.COORDINATE.name(),
                    Assignee.person(words.coordinatingLeaderId()),
                    words.leaderDueAt());
        } else if (words.category().asksForAction()) {
            outcome.opening(InstructionMove.DECOMPOSE.name(), Assignee.holders(DOC_HANDLER), null);
        }
        if (!words.addresseeIds().isEmpty()) {
            outcome.opening(InstructionMove.ACKNOWLEDGE.name(), Assignee.persons(words.addresseeIds()), null);
        }
        var priority = words.category().asksForAction() ? Priority.ACTION : Priority.INFO;
        return outcome.announcing("recorded", priority, command.now());
    }
}
