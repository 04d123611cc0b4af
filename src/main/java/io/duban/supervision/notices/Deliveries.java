package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.UNIT_DEPUTY;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Escalation;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A paper on its way to a unit: to be signed for within a working day (domain 0.4, 签收), else its deputy is told. */
@Component
class Deliveries {

    /** The clock and the to-do of signing for. */
    static final String SIGN_FOR = "SIGN_FOR";

    private static final String RULE = "SUP_SIGN_NORMAL";
    private static final String URGE = "URGE_SIGN_FOR";

    private final Deadlines deadlines;

    Deliveries(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Mono<Deadline> signBy(SupervisionPaper paper, Instant now) {
        return deadlines.start(RULE, paper.subjectType(), paper.id(), SIGN_FOR, now);
    }

    static Escalation urging(UUID unitId) {
        return Escalation.to(URGE, Assignee.holdersAt(Set.of(unitId), UNIT_DEPUTY));
    }
}
