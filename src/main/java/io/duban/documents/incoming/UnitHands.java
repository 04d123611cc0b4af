package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/** Whose step on an assignment it is: the unit's own, or its head's. */
final class UnitHands {

    static final Role[] WHO_SPEAK = {UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD};

    private UnitHands() {}

    static void requireUnit(UnitAssignment part, Command command) {
        if (!command.officer().hasAt(part.unitId(), WHO_SPEAK)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "只有承办单位能办理这一步。", "Only the unit it is assigned to takes this step.");
        }
    }

    /** Others of the unit are told whose signature a result needs. */
    static void requireHead(UnitAssignment part, Command command) {
        requireUnit(part, command);
        if (!command.officer().hasAt(part.unitId(), UNIT_HEAD)) {
            throw UnitResult.informal();
        }
    }
}
