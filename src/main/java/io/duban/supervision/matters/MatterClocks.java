package io.duban.supervision.matters;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clocks of a matter's parts: by the working calendar, or until a date that was given. */
@Component
class MatterClocks {

    static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private static final int REPORTED_BY = 5;

    private final Deadlines deadlines;

    MatterClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Of a further round: by the matter's urgency, or until the date that was given. */
    Mono<Deadline> host(UUID matterId, UUID unitId, Urgency urgency, @Nullable Instant given, Instant now) {
        return start(urgency.handlingRule(), UnitStep.HANDLE, matterId, unitId, now)
                .map(due -> given == null ? due : due.given(given));
    }

    /**
     * A host's whole period: until the date that was given; else one working day inside the date a superior has set; else by the rule.
     *
     * @param outer the superior's date; null when there is none
     */
    Mono<Deadline> whole(
            SupervisionMatter matter, UUID unitId, @Nullable Instant given, @Nullable Instant outer, Instant now) {
        var rule = PartRules.of(matter).whole();
        if (given == null && outer != null) {
            return deadlines.inside(
                    outer, rule, SupervisionMatter.SUBJECT_TYPE, matter.id(), UnitStep.HANDLE.of(unitId), now);
        }
        return start(rule, UnitStep.HANDLE, matter.id(), unitId, now)
                .map(due -> given == null ? due : due.given(given));
    }

    /** A co-handler's share of its host's period; a date that was given lies one working day before the host's, four hours for a short one. */
    Mono<Deadline> co(SupervisionMatter matter, Deadline host, UUID unitId, @Nullable Instant given, Instant now) {
        return share(host, unitId, now)
                .flatMap(due -> given == null ? Mono.just(due) : dated(matter, host, due, given));
    }

    /** The share of a co unit that joins on the way: of what its host has left; of a period anew, where it has nothing left. */
    Mono<Deadline> joining(
            SupervisionMatter matter, SupervisionAssignment host, UUID unitId, @Nullable Instant given, Instant now) {
        return whole(matter, host.unitId(), host.dueAt().isAfter(now) ? host.dueAt() : null, null, now)
                .flatMap(whole -> co(matter, whole, unitId, given, now));
    }

    /** A new full period of a part that another unit had: of a co unit as if its host were asked now, too. */
    Mono<Deadline> anew(SupervisionMatter matter, SupervisionAssignment part, UUID unitId, Instant now) {
        return whole(matter, unitId, null, null, now)
                .flatMap(whole -> part.duty().leads() ? Mono.just(whole) : share(whole, unitId, now));
    }

    /** {@code E_SUP_CO_DUE_LATE} for a date after which the host has no time left to use the opinion. */
    Mono<Void> requireBeforeHost(SupervisionMatter matter, SupervisionAssignment host, Instant until, Instant now) {
        return latestCo(matter, host.dueAt(), host.unitId(), now)
                .flatMap(latest -> until.isAfter(latest) ? Mono.error(coLate()) : Mono.empty());
    }

    Mono<Deadline> signFor(UUID matterId, UUID unitId, Urgency urgency, Instant now) {
        return start(urgency.signingRule(), UnitStep.SIGN_FOR, matterId, unitId, now);
    }

    Mono<Deadline> review(UUID matterId, UUID unitId, Instant now) {
        return start("SUP_REVIEW", UnitStep.REVIEW, matterId, unitId, now);
    }

    /** Until when a unit may give its part back. */
    Mono<Instant> returnWindow(UUID matterId, UUID unitId, Instant now) {
        return start("SUP_RETURN", UnitStep.DECIDE_RETURN, matterId, unitId, now)
                .map(Deadline::currentDueAt);
    }

    Mono<Deadline> returnDecision(UUID matterId, UUID unitId, Instant now) {
        return start("SUP_RETURN_DECIDE", UnitStep.DECIDE_RETURN, matterId, unitId, now);
    }

    Mono<Deadline> resubmission(UUID matterId, UUID unitId, Instant now) {
        return start("SUP_CO_RESUBMIT", UnitStep.RESUBMIT, matterId, unitId, now);
    }

    /** 24:00 of the next working day. */
    Mono<Instant> chaseRest(UUID matterId, UUID unitId, Instant now) {
        return start("SUP_CHASE", UnitStep.CHASE, matterId, unitId, now).map(Deadline::currentDueAt);
    }

    Mono<Instant> evaluationObjection(UUID matterId, UUID unitId, Instant now) {
        return start("CARD_OBJECT", UnitStep.DECIDE_EVALUATION_OBJECTION, matterId, unitId, now)
                .map(Deadline::currentDueAt);
    }

    /** The last instant up to which this rule lets a part be extended, counted from its original date (domain D11). */
    Mono<Instant> latestExtension(SupervisionAssignment part, String rule) {
        return start(rule, UnitStep.DECIDE_EXTENSION, part.matterId(), part.unitId(), part.originalDueAt())
                .map(Deadline::currentDueAt);
    }

    /** A stage report's clock; empty when the whole is due no later anyway. It never touches the date of the whole. */
    Mono<Deadline> stage(String rule, UUID matterId, UUID unitId, Instant wholeDueAt, Instant now) {
        return start(rule, UnitStep.STAGE, matterId, unitId, PartRules.MONTHLY.equals(rule) ? reportDay(now) : now)
                .filter(stage -> now.isAfter(wholeDueAt) || stage.currentDueAt().isBefore(wholeDueAt));
    }

    /** One month after the fifth of this month is the fifth of the next. */
    private static Instant reportDay(Instant now) {
        return now.atZone(OFFICE)
                .toLocalDate()
                .withDayOfMonth(REPORTED_BY)
                .atStartOfDay(OFFICE)
                .toInstant();
    }

    private Mono<Deadline> dated(SupervisionMatter matter, Deadline host, Deadline due, Instant given) {
        return latestCo(matter, host.currentDueAt(), host.subjectId(), due.triggerAt())
                .flatMap(latest ->
                        given.isAfter(latest) ? Mono.error(coLate()) : Mono.fromCallable(() -> due.given(given)));
    }

    private Mono<Instant> latestCo(SupervisionMatter matter, Instant hostDueAt, UUID unitId, Instant now) {
        return whole(matter, unitId, null, hostDueAt, now).map(Deadline::currentDueAt);
    }

    private Mono<Deadline> share(Deadline host, UUID unitId, Instant now) {
        return deadlines.coFrom(host, host.subjectType(), host.subjectId(), UnitStep.HANDLE.of(unitId), now);
    }

    private Mono<Deadline> start(String rule, UnitStep step, UUID matterId, UUID unitId, Instant now) {
        return deadlines.start(rule, SupervisionMatter.SUBJECT_TYPE, matterId, step.of(unitId), now);
    }

    private static Refusal coLate() {
        return Refusal.of(
                RefusalCode.E_SUP_CO_DUE_LATE,
                "协办单位的时限至少早于主办单位一个工作日。",
                "A co unit is due at least one working day before the host.");
    }
}
