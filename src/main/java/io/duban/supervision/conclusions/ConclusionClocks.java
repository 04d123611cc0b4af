package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Escalation;
import io.duban.platform.events.Subject;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clocks of a conclusion's parts, and whom they call when they turn red. */
@Component
class ConclusionClocks {

    static final String SIGN_FOR = "SIGN_FOR";
    /** Turning red it says that the right to object has run out; nobody owed anything. */
    static final String OBJECTION_PERIOD = "OBJECTION_PERIOD";

    static final String DECIDE = "DECIDE";
    static final String RECTIFY = "RECTIFY";
    static final String REVIEW = "REVIEW";

    static final Escalation URGE_DECISION = Escalation.to("URGE_OBJECTION_DECISION", Assignee.holders(OFFICE_DIRECTOR));
    static final Escalation URGE_RECTIFICATION =
            Escalation.to("URGE_RECTIFICATION", Assignee.holders(SUPERVISION_CHIEF));
    static final Escalation URGE_REVIEW =
            Escalation.to("URGE_RECTIFICATION_REVIEW", Assignee.holders(SUPERVISION_CHIEF));

    private final Deadlines deadlines;

    ConclusionClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** A silent unit's deputy and head are called; what it has to put right is due without its signature (domain D4). */
    static Escalation urgeSignature(UUID unitId) {
        return Escalation.to("URGE_SIGN_FOR", Assignee.holdersAt(Set.of(unitId), UNIT_DEPUTY, UNIT_HEAD));
    }

    private Mono<Deadline> signFor(ObjectFinding finding, Instant now) {
        return start("SUP_SIGN_NORMAL", finding, SIGN_FOR, now);
    }

    /** 30 natural days from the receipt (art. 17). */
    Mono<Deadline> objectionPeriod(ObjectFinding finding, Instant receivedAt) {
        return start("SUP_OBJECT", finding, OBJECTION_PERIOD, receivedAt);
    }

    /** 30 natural days from the filing, for an objection that is only now given its id (art. 17). */
    Mono<Deadline> decide(UUID objectionId, Instant filedAt) {
        return deadlines.start("SUP_OBJECT_DECIDE", ConclusionObjection.SUBJECT_TYPE, objectionId, DECIDE, filedAt);
    }

    private Mono<Deadline> rectify(RectificationItem item, Instant now) {
        return start("SUP_RECTIFY", item, RECTIFY, now).map(due -> due.given(item.dueAt()));
    }

    Mono<Deadline> review(RectificationItem item, Instant now) {
        return start("SUP_REVIEW", item, REVIEW, now);
    }

    /** Issued findings and drafted items with the clocks that start with them. */
    Mono<FindingDelivery> delivery(List<ObjectFinding> findings, List<RectificationItem> drafts, Instant now) {
        return Flux.fromIterable(findings)
                .concatMap(finding -> signFor(finding, now).map(by -> new FindingDelivery.Sent(finding, by)))
                .collectList()
                .flatMap(sent -> Flux.fromIterable(drafts)
                        .concatMap(item ->
                                rectify(item, now).map(due -> new FindingDelivery.Ordered(item.order(due), due)))
                        .collectList()
                        .map(ordered -> new FindingDelivery(sent, ordered)));
    }

    private Mono<Deadline> start(String rule, Subject part, String step, Instant now) {
        return deadlines.start(rule, part.subjectType(), part.id(), step, now);
    }
}
