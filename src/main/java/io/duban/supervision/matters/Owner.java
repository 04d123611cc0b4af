package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.UUID;

/** Whose matter it is: only who asked for it, or let it be opened, says that it is done (domain 2.4.1 T12). */
record Owner(SupervisionMatter matter) {

    /** @throws Refusal {@code E_SUP_NOT_OWNER} */
    void require(Command command) {
        command.requireCovers(matter.unitIds(), false);
        if (!is(command.officer().id())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NOT_OWNER,
                    "只有交办领导或批准立项的人可以销号或再办。",
                    "Only the instructing leader or who approved the matter strikes it off or instructs again.");
        }
    }

    boolean is(UUID officer) {
        return officer.equals(matter.brief().instructingLeaderId())
                || officer.equals(matter.hands().approvedById());
    }

    /** Whose desk it lies on in the end. */
    Assignee desk() {
        var leader = matter.brief().instructingLeaderId();
        var owner = leader == null ? matter.hands().approvedById() : leader;
        return owner == null ? new Approver(matter.brief()).desk() : Assignee.person(owner);
    }
}
