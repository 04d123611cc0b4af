package io.duban.hotline;

import static io.duban.hotline.HotlineTicketStatus.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
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

    /** The clock of handling and answering, whose light the board shows. */
    static final String HANDLE = "HANDLE";

    static final String DISPATCH = "DISPATCH";
    static final String SIGN_FOR = "SIGN_FOR";
    static final String CONTACT = "CONTACT";
    static final String AUDIT = "AUDIT";
    static final String CALLBACK = "CALLBACK";

    /** A demand as it came in; {@code acceptedBy} may follow it, as the partner who sent it must. */
    static HotlineTicket received(
            UUID id, String number, Source source, Demand demand, Citizen citizen, UUID acceptedBy, Instant now) {
        if (demand.lacksPlace()) {
            throw Refusal.of(
                    RefusalCode.E_HOT_PLACE_REQUIRED,
                    "投诉、求助须写明地点(地址或坐标)。",
                    "A complaint or a call for help needs a place: an address or a point.");
        }
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
        check(TicketMove.CLASSIFY, command);
        return moved(
                TicketMove.CLASSIFY,
                demand.classifiedAs(categoryCode),
                handling.of(urgencyClass),
                feedback,
                callback,
                command);
    }

    HotlineTicket dispatch(UUID host, Set<UUID> co, @Nullable String words, Deadline due, Command command) {
        check(TicketMove.DISPATCH, command);
        if (co.contains(host)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED, "主办单位不能同时是协办单位。", "The host unit cannot be a co unit as well.");
        }
        return moved(
                TicketMove.DISPATCH,
                demand,
                handling.dispatched(host, co, words, due, command.now()),
                feedback,
                callback,
                command);
    }

    HotlineTicket signFor(UUID handler, Command command) {
        checkAtHost(TicketMove.SIGN_FOR, command);
        return moved(TicketMove.SIGN_FOR, demand, handling.by(handler), feedback, callback, command);
    }

    HotlineTicket contactCitizen(Command command) {
        checkAtHost(TicketMove.CONTACT_CITIZEN, command);
        return moved(TicketMove.CONTACT_CITIZEN, demand, handling, feedback, callback, command);
    }

    HotlineTicket submitFeedback(Feedback handedIn, Command command) {
        checkAtHost(TicketMove.SUBMIT_FEEDBACK, command);
        if (handedIn.toldCitizenAt() == null || handedIn.toldCitizenAt().isAfter(command.now())) {
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
        checkNotOwnUnit(TicketMove.RETURN_FOR_CORRECTION, command);
        if (defects.isEmpty()) {
            throw Refusal.invalid("/defects", "退回补正须逐条写明问题。", "Say what is to be corrected.");
        }
        return moved(TicketMove.RETURN_FOR_CORRECTION, demand, handling, feedback.returned(defects), callback, command);
    }

    HotlineTicket passAudit(Command command) {
        checkNotOwnUnit(TicketMove.PASS_AUDIT, command);
        return moved(TicketMove.PASS_AUDIT, demand, handling, feedback, callback, command);
    }

    HotlineTicket callBack(Callback said, Command command) {
        checkNotOwnUnit(TicketMove.CALL_BACK, command);
        if (said.outcome() == Callback.Outcome.ANSWERED && (said.resolved() == null || said.satisfaction() == null)) {
            throw Refusal.invalid(
                    "/resolved",
                    "已接通的回访须记录是否解决和满意度。",
                    "A call-back that was answered says whether it is resolved and how satisfied.");
        }
        return moved(TicketMove.CALL_BACK, demand, handling, feedback, said, command);
    }

    private void check(TicketMove move, Command command) {
        move.check(status, version, command);
    }

    private void checkAtHost(TicketMove move, Command command) {
        check(move, command);
        var host = handling.hostUnitId();
        if (host == null
                || move.hands().stream().noneMatch(role -> command.officer().hasAt(host, role))) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "只有主办单位能办理这一步。", "Only the host unit takes this step.");
        }
    }

    private void checkNotOwnUnit(TicketMove move, Command command) {
        check(move, command);
        if (unitIds.contains(command.officer().unitId())
                || command.officer().id().equals(feedback.feedbackBy())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL,
                    "承办单位的人员不能审核或回访本单位的办理结果。",
                    "Nobody audits or calls back on his own unit's work.");
        }
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
