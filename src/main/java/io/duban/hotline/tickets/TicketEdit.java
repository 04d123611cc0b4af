package io.duban.hotline.tickets;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next version of a ticket while a step fills it in: what the step does not name stays as it is. */
final class TicketEdit {

    private final HotlineTicket before;
    private final Instant now;
    private HotlineTicketStatus status;
    private int round;
    private Source source;
    private Demand demand;
    private Citizen citizen;
    private Handling handling;
    private Term term;
    private Returning returning;
    private Feedback feedback;
    private Callback callback;
    private Lineage lineage;
    private @Nullable Instant closedAt;
    private final Set<UUID> participants;

    TicketEdit(HotlineTicket before, Instant now) {
        this.before = before;
        this.now = now;
        this.status = before.status();
        this.round = before.round();
        this.source = before.source();
        this.demand = before.demand();
        this.citizen = before.citizen();
        this.handling = before.handling();
        this.term = before.term();
        this.returning = before.returning();
        this.feedback = before.feedback();
        this.callback = before.callback();
        this.lineage = before.lineage();
        this.closedAt = before.closedAt();
        this.participants = new HashSet<>(before.participantIds());
    }

    /** Also the second of two moves that one command makes; a ticket that is taken up again is not closed any more. */
    TicketEdit moved(TicketMove move) {
        this.status = move.to();
        if (status.isOpen()) {
            this.closedAt = null;
        } else if (closedAt == null) {
            this.closedAt = now;
        }
        return this;
    }

    /** Round n+1 begins: nothing is handed in, nobody was called back. */
    TicketEdit nextRound() {
        this.round = before.round() + 1;
        this.feedback = Feedback.NONE;
        this.callback = Callback.NONE;
        return this;
    }

    TicketEdit source(Source state) {
        this.source = state;
        return this;
    }

    TicketEdit demand(Demand state) {
        this.demand = state;
        return this;
    }

    TicketEdit citizen(Citizen state) {
        this.citizen = state;
        return this;
    }

    TicketEdit handling(Handling state) {
        this.handling = state;
        return this;
    }

    TicketEdit term(Term state) {
        this.term = state;
        return this;
    }

    TicketEdit returning(Returning state) {
        this.returning = state;
        return this;
    }

    TicketEdit feedback(Feedback state) {
        this.feedback = state;
        return this;
    }

    TicketEdit callback(Callback state) {
        this.callback = state;
        return this;
    }

    TicketEdit lineage(Lineage state) {
        this.lineage = state;
        return this;
    }

    /** Has no part in it any more, and reads it no more. */
    TicketEdit without(@Nullable UUID participant) {
        this.participants.remove(participant);
        return this;
    }

    TicketEdit with(UUID participant) {
        this.participants.add(participant);
        return this;
    }

    HotlineTicket done() {
        if (handling.handlerId() != null) {
            participants.add(handling.handlerId());
        }
        return new HotlineTicket(
                before.id(),
                before.version() + 1,
                status,
                before.ticketNumber(),
                round,
                source,
                demand,
                citizen,
                handling,
                term,
                returning,
                feedback,
                callback,
                lineage,
                before.acceptedAt(),
                now,
                closedAt,
                handling.units(),
                participants);
    }
}
