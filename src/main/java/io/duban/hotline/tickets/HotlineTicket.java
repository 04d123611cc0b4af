package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Facts;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A hotline ticket (热线工单) and its way to a close. Every change is taken through a {@link TicketMove} or a {@link TicketAct}, and filled in by the step
 * that takes it.
 *
 * @param round 1, and one more for each redo or dispatch from upstream
 */
@Table("hotline_ticket")
record HotlineTicket(
        @Id UUID id,
        long version,
        HotlineTicketStatus status,
        String ticketNumber,
        int round,
        @Embedded.Empty Source source,
        @Embedded.Empty Demand demand,
        @Embedded.Empty Citizen citizen,
        @Embedded.Empty Handling handling,
        @Embedded.Empty Term term,
        @Embedded.Empty Returning returning,
        @Embedded.Empty Progress progress,
        @Embedded.Empty Feedback feedback,
        @Embedded.Empty Callback callback,
        @Embedded.Empty Lineage lineage,
        @Embedded.Empty Intake intake,
        Instant acceptedAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    /** Whatever a step brings, a report of wrongdoing names no reporter. */
    HotlineTicket {
        citizen = demand.isReport() ? citizen.withheld() : citizen;
    }

    /** A demand as it came in; who accepted it is among its participants and may follow it, as the partner who sent it must. */
    static HotlineTicket received(
            UUID id,
            String number,
            Source source,
            Demand demand,
            Citizen citizen,
            Term term,
            Lineage lineage,
            Intake intake,
            Set<UUID> participants,
            Instant now) {
        demand.requirePlace();
        return new HotlineTicket(
                id,
                1,
                HotlineTicketStatus.RECEIVED,
                number,
                1,
                source,
                demand,
                citizen,
                Handling.NONE,
                term,
                Returning.NONE,
                Progress.NONE,
                Feedback.NONE,
                Callback.NONE,
                lineage,
                intake,
                now,
                now,
                null,
                Set.of(),
                participants);
    }

    /** The next version, moved by an officer; the step fills in what else it changes. */
    TicketEdit take(TicketMove move, Command command) {
        move.check(this, command);
        return new TicketEdit(this, command.now()).moved(move);
    }

    /** The next version in the same state, changed by an officer. */
    TicketEdit take(TicketAct act, Command command) {
        act.check(this, command);
        return new TicketEdit(this, command.now());
    }

    /** The next version in the same state, changed by what is in nobody's hand: a file that came. */
    TicketEdit edit(Instant now) {
        return new TicketEdit(this, now);
    }

    /** The next version, moved by what is in nobody's hand: another step, or time. */
    TicketEdit follow(TicketMove move, Instant now) {
        if (!move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        return new TicketEdit(this, now).moved(move);
    }

    /** As whoever handles its parent sees it: a merged ticket is in no unit's hands but the parent's. */
    HotlineTicket seenWith(HotlineTicket parent) {
        var units = new HashSet<>(unitIds);
        units.addAll(parent.unitIds());
        var participants = new HashSet<>(participantIds);
        participants.addAll(parent.participantIds());
        return new HotlineTicket(
                id,
                version,
                status,
                ticketNumber,
                round,
                source,
                demand,
                citizen,
                handling,
                term,
                returning,
                progress,
                feedback,
                callback,
                lineage,
                intake,
                acceptedAt,
                changedAt,
                closedAt,
                units,
                participants);
    }

    /** Whether the officer belongs to a unit that handled it, or handed in its feedback himself. */
    boolean wasHandledBy(Officer officer) {
        return unitIds.contains(officer.unitId()) || officer.id().equals(feedback.feedbackBy());
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
        return term.dueAt();
    }

    /** While a hand-in is being audited its clock stands where it was handed in; returned, it never stopped (domain 0.3). */
    @Override
    public AlertLight light(Instant now) {
        var at = status == HotlineTicketStatus.FEEDBACK_SUBMITTED && feedback.feedbackAt() != null
                ? feedback.feedbackAt()
                : now;
        return AlertLight.of(
                at, term.warnAt(), term.dueAt(), status.isUnlit(), status == HotlineTicketStatus.SUSPENDED);
    }

    @Override
    public Map<String, String> loggedFacts() {
        var facts = Facts.none().with("round", round).with("closedAt", closedAt);
        demand.state(facts);
        handling.state(facts);
        feedback.state(facts);
        callback.state(facts);
        lineage.state(facts);
        return facts.known();
    }
}
