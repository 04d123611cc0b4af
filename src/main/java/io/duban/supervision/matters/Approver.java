package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.CHIEF_LEADER;
import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;

/**
 * The post that opens a matter of this kind, and later decides on its scope, its suspension or its end (domain 2.4.1 T4): the chief leader; for
 * everyday follow-up that rests on a leader's instruction also the office director.
 */
record Approver(Brief brief) {

    boolean is(Officer officer) {
        return officer.has(CHIEF_LEADER) || isDirectors() && officer.has(OFFICE_DIRECTOR);
    }

    /** @throws Refusal {@code E_GEN_SCOPE} */
    void require(Officer officer) {
        if (!is(officer)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "须由主要领导决定;办公室主任只能决定有领导批示的日常督办事项。",
                    "The chief leader decides; the office director only on ROUTINE matters that rest on a leader's instruction.");
        }
    }

    /** As {@link #require(Officer)}, within what he was given to decide when he acts for another. */
    void require(SupervisionMatter matter, Command command) {
        require(command.officer());
        command.requireCovers(matter.unitIds(), brief.kind() != Brief.Kind.ROUTINE);
    }

    /** Whose desk such a decision lies on. */
    Assignee desk() {
        return Assignee.holders(isDirectors() ? OFFICE_DIRECTOR : CHIEF_LEADER);
    }

    private boolean isDirectors() {
        var instructed = brief.instructingLeaderId() != null
                || brief.basis() == Brief.Basis.CHIEF_INSTRUCTION
                || brief.basis() == Brief.Basis.DEPUTY_INSTRUCTION;
        return brief.kind() == Brief.Kind.ROUTINE && instructed;
    }
}
