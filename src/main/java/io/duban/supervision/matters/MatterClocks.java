package io.duban.supervision.matters;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clocks of a matter's parts: by the working calendar, or until a date that was given. */
@Component
class MatterClocks {

    private static final String REVIEW_RULE = "SUP_REVIEW";

    private final Deadlines deadlines;

    MatterClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Mono<Deadline> host(UUID matterId, UUID unitId, Urgency urgency, @Nullable Instant given, Instant now) {
        return start(urgency.handlingRule(), UnitStep.HANDLE, matterId, unitId, now)
                .map(due -> given == null ? due : due.given(given));
    }

    /** A co-handler is never due after the host. */
    Mono<Deadline> co(Deadline host, UUID unitId, @Nullable Instant given, Instant now) {
        if (given != null && given.isAfter(host.currentDueAt())) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_SUP_CO_DUE_LATE, "协办单位的时限不能晚于主办单位。", "A co unit cannot be due after the host."));
        }
        return deadlines
                .coFrom(host, host.subjectType(), host.subjectId(), UnitStep.HANDLE.of(unitId), now)
                .map(due -> given == null ? due : due.given(given));
    }

    Mono<Deadline> signFor(UUID matterId, UUID unitId, Urgency urgency, Instant now) {
        return start(urgency.signingRule(), UnitStep.SIGN_FOR, matterId, unitId, now);
    }

    Mono<Deadline> review(UUID matterId, UUID unitId, Instant now) {
        return start(REVIEW_RULE, UnitStep.REVIEW, matterId, unitId, now);
    }

    private Mono<Deadline> start(String rule, UnitStep step, UUID matterId, UUID unitId, Instant now) {
        return deadlines.start(rule, SupervisionMatter.SUBJECT_TYPE, matterId, step.of(unitId), now);
    }
}
