package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.uploads.Declaration;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.Declaring;
import io.duban.platform.uploads.EvidenceTaker;
import io.duban.platform.uploads.EvidenceTask;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The photos a demand came with (诉求照片), from a partner's citizen or taken in by an agent: named with it or later, and sent when the network allows.
 * They are no proof of anybody's work, so that a stored one bears a type of its own beside the ticket's evidence.
 */
@Component
class DemandPhotos implements EvidenceTaker {

    static final String SUBJECT_TYPE = "hotline.demand";

    private final HotlineTickets tickets;
    private final Declaring declaring;
    private final Permissions permissions;

    DemandPhotos(HotlineTickets tickets, Declaring declaring, Permissions permissions) {
        this.tickets = tickets;
        this.declaring = declaring;
        this.permissions = permissions;
    }

    /** Adds what was named with the demand; to one that was there before, nothing. */
    Mono<Outcome<HotlineTicket>> namedWith(Outcome<HotlineTicket> outcome, List<Declaration> photos, Command command) {
        return outcome.changesNothing() ? Mono.just(outcome) : named(outcome, photos, command);
    }

    /** Further photos of an open ticket. It stays as it is: nobody who is at work on it has to look again. */
    Mono<Outcome<HotlineTicket>> add(UUID ticketId, List<Declaration> photos, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .doOnNext(ticket -> TicketAct.ADD_PHOTOS.check(ticket, command.seeing(ticket.version())))
                .flatMap(ticket -> named(Outcome.about(ticket), photos, command))
                .map(outcome -> outcome.changesNothing()
                        ? outcome
                        : outcome.announcing("photosNamed", Priority.INFO, command.now()));
    }

    private Mono<Outcome<HotlineTicket>> named(
            Outcome<HotlineTicket> outcome, List<Declaration> photos, Command command) {
        var ticket = outcome.subject();
        var told = ticket.demand().isReport()
                ? photos.stream().map(DemandPhotos::ofNobody).toList()
                : photos;
        return declaring
                .declare(SUBJECT_TYPE, ticket.id(), Intake.PHOTO, told, command)
                .map(rows -> {
                    rows.forEach(outcome::inserting);
                    return outcome;
                });
    }

    /** Whoever reports a wrongdoing is not to be found by where and when he stood, nor by what his phone calls its files. */
    private static Declaration ofNobody(Declaration photo) {
        return new Declaration(
                photo.id(), photo.sha256(), photo.sizeBytes(), photo.purpose(), null, null, null, photo.note());
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public Mono<EvidenceTask> task(DeclaredFile declaration, Officer officer) {
        var reach = permissions.reach(officer, "ticket:create");
        return ticket(declaration)
                .filter(ticket -> reach.covers(ticket.unitIds(), ticket.participantIds()))
                .map(ticket -> new EvidenceTask(SUBJECT_TYPE, ticket.id(), null));
    }

    /** What was named in time may arrive late: the ticket only has one photo more. */
    @Override
    public Mono<Outcome<HotlineTicket>> taken(DeclaredFile declaration, StoredFile file, Command command) {
        return ticket(declaration)
                .map(ticket -> Outcome.about(ticket).announcing("photoAdded", Priority.INFO, command.now()));
    }

    /** Nothing hangs on it: nobody waits for it any longer. */
    @Override
    public Mono<Outcome<HotlineTicket>> withdrawn(DeclaredFile declaration, Command command) {
        return ticket(declaration).map(Outcome::about);
    }

    private Mono<HotlineTicket> ticket(DeclaredFile declaration) {
        return tickets.findById(declaration.subjectId());
    }
}
