package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Escalation;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clock until a hard ticket is looked at again: at most thirty days; forgotten, it lies on the desk of the leader in charge. */
@Component
class HardReviewClock {

    static final String STEP = "HARD_REVIEW";

    private static final String RULE = "HOT_HARD_REVIEW";
    private static final String FORGOTTEN = "ASK_FOR_HARD_REVIEW";

    private final Deadlines deadlines;
    private final Directory directory;

    HardReviewClock(Deadlines deadlines, Directory directory) {
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /** @return or {@code E_GEN_VALIDATION} at {@code /reviewOn} for a date that is past or more than thirty days ahead */
    Mono<Deadline> until(Instant reviewAt, HotlineTicket ticket, Instant now) {
        return deadlines
                .start(RULE, ticket.subjectType(), ticket.id(), STEP, now)
                .map(latest -> {
                    if (!reviewAt.isAfter(now) || reviewAt.isAfter(latest.currentDueAt())) {
                        throw Refusal.invalid(
                                "/reviewOn", "复查日期须在今天以后、30日以内。", "It is looked at again within 30 days from today.");
                    }
                    return latest.given(reviewAt);
                });
    }

    /** The leaders in charge of the unit. */
    Mono<Set<UUID>> leaders(HotlineTicket ticket) {
        return directory.leadersInChargeOf(Set.of(ticket.handling().hostUnitId()));
    }

    static Escalation escalation(Set<UUID> leaders) {
        return Escalation.to(
                FORGOTTEN, leaders.isEmpty() ? Assignee.holders(HOTLINE_MANAGER) : Assignee.persons(leaders));
    }
}
