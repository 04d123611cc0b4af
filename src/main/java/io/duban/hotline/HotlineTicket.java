package io.duban.hotline;

import static io.duban.hotline.HotlineTicketStatus.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A hotline ticket (热线工单) and its way to a close; every change goes through a {@link TicketMove}. */
@Table("hotline_ticket")
record HotlineTicket(
        @Id UUID id,
        long version,
        HotlineTicketStatus status,
        String ticketNumber,
        @Embedded.Empty Source source,
        @Embedded.Empty Demand demand,
        @Embedded.Empty Citizen citizen,
        @Embedded.Empty Handling handling,
        @Embedded.Empty Feedback feedback,
        @Embedded.Empty Callback callback,
        Instant acceptedAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    /** A demand as it came in; {@code acceptedBy} may follow it, as the partner who sent it must. */
    static HotlineTicket received(
            UUID id, String number, Source source, Demand demand, Citizen citizen, UUID acceptedBy, Instant now) {
        demand.requirePlace();
        return new HotlineTicket(
                id,
                1,
                RECEIVED,
                number,
                source,
                demand,
                citizen,
                Handling.NONE,
                Feedback.NONE,
                Callback.NONE,
                now,
                now,
                null,
                Set.of(),
                Set.of(acceptedBy));
    }

    HotlineTicket classify(String categoryCode, Handling.UrgencyClass urgencyClass, Command command) {
        TicketMove.CLASSIFY.check(this, command);
        return moved(
                TicketMove.CLASSIFY,
                demand.classifiedAs(categoryCode),
                handling.of(urgencyClass),
                feedback,
                callback,
                command);
    }

    HotlineTicket dispatch(UUID host, Set<UUID> co, @Nullable String words, Deadline due, Command command) {
        TicketMove.DISPATCH.check(this, command);
        return moved(
                TicketMove.DISPATCH,
                demand,
                handling.dispatched(host, co, words, due, command.now()),
                feedback,
                callback,
                command);
    }

    HotlineTicket signFor(UUID handler, Command command) {
        TicketMove.SIGN_FOR.check(this, command);
        return moved(TicketMove.SIGN_FOR, demand, handling.by(handler), feedback, callback, command);
    }

    HotlineTicket contactCitizen(Instant contactedAt, Command command) {
        TicketMove.CONTACT_CITIZEN.check(this, command);
        handling.requireSinceDispatch(contactedAt, command.now());
        return moved(TicketMove.CONTACT_CITIZEN, demand, handling, feedback, callback, command);
    }

    HotlineTicket submitFeedback(Feedback handedIn, Command command) {
        TicketMove.SUBMIT_FEEDBACK.check(this, command);
        if (!handedIn.wasTold(acceptedAt, command.now())) {
            throw Refusal.of(
                    RefusalCode.E_HOT_CITIZEN_NOT_INFORMED,
                    "尚未告知诉求人办理结果,不能反馈。",
                    "The citizen has not been told yet; tell him before you hand in.");
        }
        return moved(
                TicketMove.SUBMIT_FEEDBACK,
                demand,
                handling,
                handedIn.submitted(command.officer().id(), command.now()),
                callback,
                command);
    }

    HotlineTicket returnForCorrection(List<String> defects, Command command) {
        TicketMove.RETURN_FOR_CORRECTION.check(this, command);
        if (defects.isEmpty()) {
            throw Refusal.invalid("/defects", "退回补正须逐条写明问题。", "Say what is to be corrected.");
        }
        return moved(TicketMove.RETURN_FOR_CORRECTION, demand, handling, feedback.returned(defects), callback, command);
    }

    HotlineTicket passAudit(Command command) {
        TicketMove.PASS_AUDIT.check(this, command);
        return moved(TicketMove.PASS_AUDIT, demand, handling, feedback, callback, command);
    }

    HotlineTicket callBack(Callback said, Command command) {
        TicketMove.CALL_BACK.check(this, command);
        said.requireAnswers();
        return moved(TicketMove.CALL_BACK, demand, handling, feedback, said, command);
    }

    /** Whether the officer belongs to a unit that handled it, or handed in its feedback himself. */
    boolean wasHandledBy(Officer officer) {
        return unitIds.contains(officer.unitId()) || officer.id().equals(feedback.feedbackBy());
    }

    private HotlineTicket moved(
            TicketMove move, Demand demand, Handling handling, Feedback feedback, Callback callback, Command command) {
        var participants = new HashSet<>(participantIds);
        if (handling.handlerId() != null) {
            participants.add(handling.handlerId());
        }
        var closed = move.to() == CLOSED ? command.now() : closedAt;
        return new HotlineTicket(
                id,
                version + 1,
                move.to(),
                ticketNumber,
                source,
                demand,
                citizen,
                handling,
                feedback,
                callback,
                acceptedAt,
                command.now(),
                closed,
                handling.units(),
                participants);
    }

    @Override
    public String subjectType() {
        return "hotline.ticket";
    }

    @Override
    public String title() {
        return demand.title();
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("ticket:list", unitIds, participantIds);
    }

    @Override
    public @Nullable Instant dueAt() {
        return handling.dueAt();
    }

    /** While a hand-in is being audited its clock stands where it was handed in; returned, it never stopped (domain 0.3). */
    @Override
    public AlertLight light(Instant now) {
        var finished = status == PENDING_CALLBACK || status == CLOSED;
        var at = status == FEEDBACK_SUBMITTED && feedback.feedbackAt() != null ? feedback.feedbackAt() : now;
        return AlertLight.of(at, handling.warnAt(), handling.dueAt(), finished);
    }
}
