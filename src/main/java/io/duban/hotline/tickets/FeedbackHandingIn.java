package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.hotline.letters.WrittenAnswers;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.Intake;
import io.duban.platform.todos.Assignee;
import io.duban.platform.uploads.Declaration;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.Declaring;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private final HotlineTickets tickets;
    private final HandInCircumstances circumstances;
    private final WrittenAnswers letters;
    private final Declaring declaring;
    private final Deadlines deadlines;

    FeedbackHandingIn(
            HotlineTickets tickets,
            HandInCircumstances circumstances,
            WrittenAnswers letters,
            Declaring declaring,
            Deadlines deadlines) {
        this.tickets = tickets;
        this.circumstances = circumstances;
        this.letters = letters;
        this.declaring = declaring;
        this.deadlines = deadlines;
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
                .flatMap(before -> circumstances
                        .of(before, handIn.feedback(), command)
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
                    return circumstances.firstContact(before);
                })
                .doOnNext(first -> handIn.feedback().requireTold(first, command.now()))
                .then();
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
                        circumstances.concernedBy(beside.silentCoUnitIds()))
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
}
