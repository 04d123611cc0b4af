package io.duban.hotline.cases;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.hotline.anonymity.Anonymity;
import io.duban.hotline.tickets.ClosedTickets.ClosedTicket;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An exemplary case (经典案例): a ticket told so that nobody in it can be recognised. Every change goes through a {@link CaseMove}.
 *
 * @param draftedById who wrote it first, and does not sign it
 * @param note why it was returned or given up
 */
@Table("hotline_case")
record ExemplaryCase(
        @Id UUID id,
        long version,
        CaseStatus status,
        UUID ticketId,
        String ticketNumber,
        @Embedded.Empty Text text,
        UUID draftedById,
        Instant draftedAt,
        @Embedded.Empty Fate fate,
        Instant changedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    /** @param title without personal data as well: it travels on the stream */
    record Text(String title, String text) {

        void requireAnonymous(ClosedTicket ticket) {
            var anonymity = Anonymity.of(
                    ticket.citizenName(), ticket.citizenPhone(), ticket.citizenAddress(), ticket.address());
            anonymity.require(title, "/title");
            anonymity.require(text, "/text");
        }
    }

    /** What became of it. */
    record Fate(
            @Nullable UUID signedById,
            @Nullable Instant signedAt,
            @Nullable String sentTo,
            @Nullable UUID reportedById,
            @Nullable Instant reportedAt,
            @Nullable String note) {

        static final Fate NONE = new Fate(null, null, null, null, null, null);

        Fate noted(@Nullable String words) {
            return new Fate(signedById, signedAt, sentTo, reportedById, reportedAt, words);
        }
    }

    /** @throws Refusal {@code E_GEN_SCOPE}, {@code E_GEN_ILLEGAL_STATE} for a ticket that shows nothing exemplary, or {@code E_GEN_VALIDATION} */
    static ExemplaryCase drafted(ClosedTicket ticket, Text text, Command command) {
        if (!CaseMove.DRAFT_CASE.isInHandsOf(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "经典案例由热线审核人员或负责人整理。",
                    "Cases are drafted by the hotline's auditors or manager.");
        }
        if (!ticket.content() || ticket.secret()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_ILLEGAL_STATE,
                    "只有已办结、已解决且诉求人满意的非保密工单可以整理为经典案例。",
                    "A case is drawn from a ticket that is closed, resolved, to the citizen's satisfaction, and not secret.");
        }
        text.requireAnonymous(ticket);
        var by = command.officer().id();
        return new ExemplaryCase(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                CaseMove.DRAFT_CASE.to(),
                ticket.id(),
                ticket.number(),
                text,
                by,
                command.now(),
                Fate.NONE,
                command.now(),
                ticket.unitIds(),
                Set.of(by));
    }

    ExemplaryCase amended(ClosedTicket ticket, Text other, Command command) {
        CaseMove.AMEND_CASE.check(status, version, command);
        other.requireAnonymous(ticket);
        return after(CaseMove.AMEND_CASE, other, fate, command);
    }

    /** Signed by another than who drafted it. */
    ExemplaryCase signed(Command command) {
        CaseMove.SIGN_CASE.check(status, version, command);
        requireOther(command);
        var by = command.officer().id();
        return after(CaseMove.SIGN_CASE, text, new Fate(by, command.now(), null, null, null, null), command);
    }

    ExemplaryCase returned(@Nullable String words, Command command) {
        CaseMove.RETURN_CASE.check(status, version, command);
        requireOther(command);
        if (words == null || words.isBlank()) {
            throw Refusal.invalid("/words", "退回须写明理由。", "Say why it is returned.");
        }
        return after(CaseMove.RETURN_CASE, text, fate.noted(words), command);
    }

    ExemplaryCase reported(String sentTo, Command command) {
        CaseMove.REPORT_CASE.check(status, version, command);
        var sent = new Fate(
                fate.signedById(), fate.signedAt(), sentTo, command.officer().id(), command.now(), fate.note());
        return after(CaseMove.REPORT_CASE, text, sent, command);
    }

    ExemplaryCase dropped(String reason, Command command) {
        CaseMove.DROP_CASE.check(status, version, command);
        return after(CaseMove.DROP_CASE, text, fate.noted(reason), command);
    }

    private void requireOther(Command command) {
        Separation.require(command, "起草人不能签发本人整理的案例。", "Nobody signs the case he drafted.", draftedById);
    }

    private ExemplaryCase after(CaseMove move, Text words, Fate next, Command command) {
        return new ExemplaryCase(
                id,
                version + 1,
                move.to(),
                ticketId,
                ticketNumber,
                words,
                draftedById,
                draftedAt,
                next,
                command.now(),
                unitIds,
                participantIds);
    }

    @Override
    public String subjectType() {
        return "hotline.case";
    }

    @Override
    public String title() {
        return text.title();
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("case:read", unitIds, participantIds);
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
