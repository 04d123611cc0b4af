package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.EvidenceTaker;
import io.duban.platform.uploads.EvidenceTask;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The photos and papers a feedback rests on, named with it and sent when the network allows; the auditor is told of a doubtful one. */
@Component
class FeedbackEvidence implements EvidenceTaker {

    static final String SUBJECT_TYPE = "hotline.feedback";

    private final HotlineTickets tickets;
    private final TicketFeedbacks feedbacks;
    private final Permissions permissions;

    FeedbackEvidence(HotlineTickets tickets, TicketFeedbacks feedbacks, Permissions permissions) {
        this.tickets = tickets;
        this.feedbacks = feedbacks;
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public Mono<EvidenceTask> task(DeclaredFile declaration, Officer officer) {
        var reach = permissions.reach(officer, "ticket:reply");
        return ticket(declaration)
                .filter(ticket -> reach.covers(ticket.unitIds(), ticket.participantIds()))
                .filter(ticket -> officer.hasAt(ticket.handling().hostUnitId(), UNIT_HEAD, UNIT_DEPUTY))
                .map(ticket -> new EvidenceTask(
                        ticket.subjectType(), ticket.id(), ticket.handling().dispatchedAt()));
    }

    /** A doubtful photo moves the ticket's version: whoever passes it has seen the doubt. */
    @Override
    public Mono<Outcome<HotlineTicket>> taken(DeclaredFile declaration, StoredFile file, Command command) {
        return feedbacks
                .findById(declaration.subjectId())
                .flatMap(feedback -> tickets.findById(feedback.ticketId())
                        .map(ticket -> isDoubtful(ticket, feedback, file)
                                ? Outcome.changed(ticket.edit(command.now())
                                        .feedback(ticket.feedback().doubted(FeedbackDoubt.SUSPECT_FALSE_CLOSURE))
                                        .done())
                                : Outcome.about(ticket)))
                .map(outcome -> outcome.announcing("evidenceAdded", Priority.INFO, command.now()));
    }

    /** Nothing hangs on it: the feedback only waits for one file less. */
    @Override
    public Mono<Outcome<HotlineTicket>> withdrawn(DeclaredFile declaration, Command command) {
        return ticket(declaration).map(Outcome::about);
    }

    private Mono<HotlineTicket> ticket(DeclaredFile declaration) {
        return feedbacks.findById(declaration.subjectId()).flatMap(feedback -> tickets.findById(feedback.ticketId()));
    }

    /** Of the hand-in that stands; what belongs to an earlier round is history. */
    private static boolean isDoubtful(HotlineTicket ticket, TicketFeedback feedback, StoredFile file) {
        return feedback.round() == ticket.round()
                && feedback.submittedAt().equals(ticket.feedback().feedbackAt())
                && new FeedbackPhotos(ticket.demand().demandType(), feedback.result()).isSuspect(file.flags());
    }
}
