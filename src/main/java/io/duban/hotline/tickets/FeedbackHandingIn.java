package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.hotline.letters.WrittenAnswers;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.Intake;
import io.duban.platform.identity.Directory;
import io.duban.platform.subprocesses.FeedbackLikeness;
import io.duban.platform.todos.Assignee;
import io.duban.platform.uploads.Declaration;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.Declaring;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The unit hands in its result (反馈, domain 2.5 T16). A host does not wait for a silent co unit: that one is named, and the office coordinates. What is
 * to be doubted is told to the auditor, and refused to nobody.
 */
@Component
class FeedbackHandingIn {

    private static final FeedbackLikeness.Corpus FEEDBACKS =
            new FeedbackLikeness.Corpus("hotline_feedback", "ticket_id");

    private final HotlineTickets tickets;
    private final CitizenContacts contacts;
    private final TicketFeedbacks feedbacks;
    private final CoParts parts;
    private final FeedbackLikeness likeness;
    private final WrittenAnswers letters;
    private final Declaring declaring;
    private final Deadlines deadlines;
    private final Directory directory;

    FeedbackHandingIn(
            HotlineTickets tickets,
            CitizenContacts contacts,
            TicketFeedbacks feedbacks,
            CoParts parts,
            FeedbackLikeness likeness,
            WrittenAnswers letters,
            Declaring declaring,
            Deadlines deadlines,
            Directory directory) {
        this.tickets = tickets;
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.parts = parts;
        this.likeness = likeness;
        this.letters = letters;
        this.declaring = declaring;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /**
     * What is handed in.
     *
     * @param writtenAnswer for the writer of a letter; null for any other ticket
     * @param files the photos and papers it rests on, which may come later
     */
    record HandIn(Feedback feedback, @Nullable String writtenAnswer, List<Declaration> files) {}

    Mono<Outcome<HotlineTicket>> submit(UUID ticketId, HandIn handIn, Command command) {
        return tickets.require(ticketId, command.access().reach())
                .delayUntil(before -> requireSubmittable(before, handIn, command))
                .flatMap(before -> circumstances(before, handIn.feedback(), command)
                        .flatMap(beside -> handedIn(before, handIn, beside, command)));
    }

    /** Told after the first contact, by whoever may sign, with photos only of what can be seen. */
    private Mono<Void> requireSubmittable(HotlineTicket before, HandIn handIn, Command command) {
        return Mono.<Instant>defer(() -> {
                    before.take(TicketMove.SUBMIT_FEEDBACK, command);
                    Signature.of(before).require(before, command.officer());
                    new FeedbackPhotos(
                                    before.demand().demandType(),
                                    handIn.feedback().result())
                            .require(handIn.files());
                    handIn.feedback().requireTold(before.acceptedAt(), command.now());
                    LetterDuty.require(before, handIn.writtenAnswer());
                    return firstContact(before);
                })
                .doOnNext(first -> handIn.feedback().requireTold(first, command.now()))
                .then();
    }

    /** The first contact of this round that reached the citizen; where none did, the first try. */
    private Mono<Instant> firstContact(HotlineTicket ticket) {
        return contacts.findByTicketIdAndRecordedAtGreaterThanEqual(
                        ticket.id(), ticket.handling().dispatchedAt())
                .sort(Comparator.comparing(
                                (CitizenContact contact) -> !contact.result().isEnough())
                        .thenComparing(CitizenContact::contactedAt))
                .next()
                .map(CitizenContact::contactedAt);
    }

    private Mono<TicketFeedback.Circumstances> circumstances(HotlineTicket before, Feedback said, Command command) {
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

    private Mono<Outcome<HotlineTicket>> handedIn(
            HotlineTicket before, HandIn handIn, TicketFeedback.Circumstances beside, Command command) {
        var ticket = before.take(TicketMove.SUBMIT_FEEDBACK, command)
                .feedback(handIn.feedback()
                        .submitted(command.officer().id(), command.now())
                        .doubted(beside.doubts()))
                .done();
        return Mono.zip(
                        deadlines.start(
                                "HOT_AUDIT", ticket.subjectType(), ticket.id(), ClockRules.AUDIT, command.now()),
                        declared(beside.id(), handIn.files(), command),
                        concernedBy(beside.silentCoUnitIds()))
                .map(all -> outcome(ticket, beside, all.getT1(), all.getT2(), all.getT3(), command))
                .flatMap(outcome -> letter(ticket, handIn, outcome, command));
    }

    private static Outcome<HotlineTicket> outcome(
            HotlineTicket ticket,
            TicketFeedback.Circumstances beside,
            Deadline audit,
            List<DeclaredFile> files,
            Set<UUID> told,
            Command command) {
        var outcome = HandlingDesk.clearOfHost(
                        Outcome.changed(ticket).inserting(TicketFeedback.of(ticket, beside, command)))
                .satisfying(ClockRules.HANDLE, command.now())
                .satisfying(StageReport.CLOCK, command.now())
                .starting(audit)
                .opening("AUDIT_FEEDBACK", Assignee.holders(HOTLINE_AUDITOR), audit.currentDueAt());
        files.forEach(outcome::inserting);
        if (!beside.silentCoUnitIds().isEmpty()) {
            outcome.announcing(Event.of("coSilent", Priority.REMINDER, ticket, command.now())
                    .to(told));
        }
        return outcome.announcing("feedbackSubmitted", Priority.ACTION, command.now());
    }

    /** The answer to a letter waits for its signatures in a row of its own. */
    private Mono<Outcome<HotlineTicket>> letter(
            HotlineTicket ticket, HandIn handIn, Outcome<HotlineTicket> outcome, Command command) {
        return handIn.writtenAnswer() == null
                ? Mono.just(outcome)
                : letters.answered(LetterDuty.answer(ticket, handIn.writtenAnswer()), command)
                        .map(outcome::including);
    }

    private Mono<List<DeclaredFile>> declared(UUID feedbackId, List<Declaration> named, Command command) {
        return Flux.fromStream(Stream.of(Intake.PHOTO, Intake.ATTACHMENT))
                .concatMap(intake -> declaring.declare(
                        FeedbackEvidence.SUBJECT_TYPE,
                        feedbackId,
                        intake,
                        named.stream()
                                .filter(file -> (file.purpose() != null) == (intake == Intake.PHOTO))
                                .toList(),
                        command))
                .flatMapIterable(files -> files)
                .collectList();
    }

    /** The heads of silent units, and the manager, who coordinates. */
    private Mono<Set<UUID>> concernedBy(Set<UUID> silent) {
        return Flux.fromIterable(silent)
                .concatMap(unit -> directory.holdersAt(unit, UNIT_HEAD))
                .concatWith(directory.holdersOf(HOTLINE_MANAGER))
                .flatMapIterable(heads -> heads)
                .collect(Collectors.toSet());
    }
}
