package io.duban.supervision.plans;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import java.util.List;

/** A plan as one officer sees it now. */
record PlanView(InspectionPlan plan, List<PlanEntry> entries, List<PlanChange> changes, List<String> legalActions) {

    static PlanView of(PlanFile file, Officer officer) {
        return new PlanView(
                file.plan(),
                file.entries(),
                file.changes(),
                Move.legal(List.of(PlanMove.values()), file.plan().status(), officer));
    }
}
