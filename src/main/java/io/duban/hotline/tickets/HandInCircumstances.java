package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Directory;
import io.duban.platform.subprocesses.FeedbackLikeness;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stands beside a result when it is handed in: whether the citizen was spoken to, what it reads like, and which co units are silent. */
@Component
class HandInCircumstances {

    private static final FeedbackLikeness.Corpus FEEDBACKS =
            new FeedbackLikeness.Corpus("hotline_feedback", "ticket_id");

    private final CitizenContacts contacts;
    private final TicketFeedbacks feedbacks;
    private final CoParts parts;
    private final FeedbackLikeness likeness;
    private final Directory directory;

    HandInCircumstances(
            CitizenContacts contacts,
            TicketFeedbacks feedbacks,
            CoParts parts,
            FeedbackLikeness likeness,
            Directory directory) {
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.parts = parts;
        this.likeness = likeness;
        this.directory = directory;
    }

    /** The first contact of this round that reached the citizen; where none did, the first try. */
    Mono<Instant> firstContact(HotlineTicket ticket) {
        return contacts.findByTicketIdAndRecordedAtGreaterThanEqual(
                        ticket.id(), ticket.handling().dispatchedAt())
                .sort(Comparator.comparing(
                                (CitizenContact contact) -> !contact.result().isEnough())
                        .thenComparing(CitizenContact::contactedAt))
                .next()
                .map(CitizenContact::contactedAt);
    }

    Mono<TicketFeedback.Circumstances> of(HotlineTicket before, Feedback said, Command command) {
        return Mono.zip(
                        likeness.mostAlike(FEEDBACKS, before.id(), said.facts(), command.now())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        feedbacks
                                .findFirstByTicketIdOrderByAttemptDesc(before.id())
                                .map(last -> last.attempt() + 1)
                                .defaultIfEmpty(1),
                        silent(before))
                .map(all -> new TicketFeedback.Circumstances(
                        UuidCreator.getTimeOrderedEpoch(),
                        all.getT2(),
                        all.getT3(),
                        all.getT1().orElse(null)));
    }

    private Mono<Set<UUID>> silent(HotlineTicket ticket) {
        return parts.findByTicketIdAndRound(ticket.id(), ticket.round())
                .filter(CoPart::stands)
                .map(CoPart::unitId)
                .collect(Collectors.toSet())
                .map(answered -> {
                    var silent = new HashSet<>(ticket.handling().coUnitIds());
                    silent.removeAll(answered);
                    return silent;
                });
    }

    /** The heads of silent units, and the manager, who coordinates. */
    Mono<Set<UUID>> concernedBy(Set<UUID> silent) {
        return Flux.fromIterable(silent)
                .concatMap(unit -> directory.holdersAt(unit, UNIT_HEAD))
                .concatWith(directory.holdersOf(HOTLINE_MANAGER))
                .flatMapIterable(heads -> heads)
                .collect(Collectors.toSet());
    }
}
