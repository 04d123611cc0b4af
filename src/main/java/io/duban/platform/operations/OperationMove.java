package io.duban.platform.operations;

import static io.duban.platform.operations.OperationStatus.*;

import io.duban.platform.problem.Refusal;
import java.util.List;

/** How an operation ends: move | from | to. It is the work itself that finishes, and whoever started it that cancels. */
enum OperationMove {
    FINISH(RUNNING, FINISHED),
    CANCEL(RUNNING, CANCELLED);

    private final OperationStatus from;
    private final OperationStatus to;

    OperationMove(OperationStatus from, OperationStatus to) {
        this.from = from;
        this.to = to;
    }

    /** @throws Refusal {@code E_GEN_ILLEGAL_STATE} when it has ended already */
    OperationStatus from(OperationStatus present) {
        if (present != from) {
            throw Refusal.illegalState(name(), present.name(), List.of());
        }
        return to;
    }
}
