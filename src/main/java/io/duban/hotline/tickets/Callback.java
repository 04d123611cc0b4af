package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.events.Facts;
import io.duban.platform.problem.Refusal;
import io.duban.platform.subprocesses.Separation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the citizen said at the first call-back of a round that was answered (回访), and what may still be asked for. What he says later, once the unit
 * has solved it after all, stands beside it in a {@link LaterEvaluation}.
 *
 * @param auditedById who passed the unit's result; he does not call back on his own audit (domain 0.2)
 */
record Callback(
        @Nullable @Column("callback_outcome") Outcome outcome,
        @Nullable Resolved resolved,
        @Nullable Satisfaction satisfaction,
        @Nullable @Column("callback_note") String note,
        @Nullable @Column("audited_by") UUID auditedById,
        @Embedded.Empty Recourse recourse) {

    static final Callback NONE = new Callback(null, null, null, null, null, Recourse.NONE);

    /** When the citizen's word closed a ticket that was closed then; null while it is open, or where it was closed without one. */
    @Nullable
    Instant at(@Nullable Instant closedAt) {
        return outcome == null ? null : closedAt;
    }

    /** What the call-back agent brings from the telephone. */
    record Answer(
            Outcome outcome,
            @Nullable Resolved resolved,
            @Nullable Satisfaction satisfaction,
            @Nullable String note) {

        /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /resolved} where it was answered and does not say both */
        void requireWhole() {
            if (outcome == Outcome.ANSWERED && (resolved == null || satisfaction == null)) {
                throw Refusal.invalid(
                        "/resolved",
                        "已接通的回访须记录是否解决和满意度。",
                        "A call-back that was answered says whether it is resolved and how satisfied.");
            }
        }

        /**
         * The rules of T19: only what was answered says something; nobody is unreachable before he was called often enough; nobody is spared the call
         * who wants it.
         *
         * @throws Refusal {@code E_GEN_VALIDATION} at {@code /resolved} or {@code /outcome}
         */
        void require(Citizen citizen, CallbackTries tries) {
            requireWhole();
            if (outcome != Outcome.ANSWERED && (resolved != null || satisfaction != null)) {
                throw Refusal.invalid(
                        "/resolved",
                        "诉求人没有评价的,不能填写是否解决和满意度。",
                        "Where the citizen said nothing, nothing is recorded for him.");
            }
            if (outcome == Outcome.UNREACHABLE && !tries.areEnough()) {
                throw Refusal.invalid(
                        "/outcome",
                        "至少两天内、不同时段回访三次仍联系不上的,才能按联系不上办结。",
                        "Unreachable is who was tried three times, on two days at least and at different hours.");
            }
            if (outcome == Outcome.NO_CALLBACK_WANTED && citizen.wantsCallback()) {
                throw Refusal.invalid("/outcome", "诉求人要求回访,不能免予回访。", "This citizen wants to be called back.");
            }
        }
    }

    Callback passedBy(UUID auditor) {
        return new Callback(outcome, resolved, satisfaction, note, auditor, recourse);
    }

    Callback said(Answer answer) {
        return new Callback(
                answer.outcome(), answer.resolved(), answer.satisfaction(), answer.note(), auditedById, recourse);
    }

    Callback with(Recourse state) {
        return new Callback(outcome, resolved, satisfaction, note, auditedById, state);
    }

    /** Of the next round: nobody was audited or called back yet, and how often it was redone stays known. */
    Callback nextRound() {
        return NONE.with(recourse.nextRound());
    }

    boolean wasAuditedBy(UUID person) {
        return person.equals(auditedById);
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for who passed the result himself */
    void requireOther(Command command) {
        Separation.require(
                command, "审核通过的人不能回访本人审核的工单。", "Who passed the result does not call back on it.", auditedById);
    }

    void state(Facts facts) {
        facts.with("callbackOutcome", outcome).with("resolved", resolved).with("satisfaction", satisfaction);
    }

    enum Outcome {
        ANSWERED,
        UNREACHABLE,
        REFUSED_TO_RATE,
        NO_CALLBACK_WANTED
    }

    enum Resolved {
        YES,
        PARTLY,
        NO
    }

    enum Satisfaction {
        SATISFIED,
        BASICALLY_SATISFIED,
        DISSATISFIED
    }
}
