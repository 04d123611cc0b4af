package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.DOC_HANDLER;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens whenever a paper enters the register: its number, its clocks, and the handler's desk. */
@Component
class Registering {

    private final RegisterSequences sequences;
    private final Deadlines deadlines;

    Registering(RegisterSequences sequences, Deadlines deadlines) {
        this.sequences = sequences;
        this.deadlines = deadlines;
    }

    /** A registered paper with the number it took and the clocks that start. */
    record Numbered(IncomingDocument document, RegisterSequence taken, List<Deadline> clocks) {

        /** Of a paper that was delivered before. */
        Outcome<PaperFile> outcome(PaperFile before, String step, Command command) {
            var number = document.register().registerNumber();
            return begun(before.with(document).changedFrom(before, step, number, command), command)
                    .closing(Desk.REGISTER);
        }

        /** Of a paper that this command makes. */
        Outcome<PaperFile> outcome(String step, @Nullable String words, Command command) {
            return begun(
                    Outcome.about(PaperFile.of(document))
                            .inserting(document)
                            .inserting(JournalEntry.of(step, document, words, command)),
                    command);
        }

        private Outcome<PaperFile> begun(Outcome<PaperFile> outcome, Command command) {
            clocks.forEach(outcome::starting);
            return (taken.isFirst() ? outcome.inserting(taken) : outcome.updating(taken))
                    .opening(
                            Desk.PROPOSE,
                            Assignee.holders(DOC_HANDLER),
                            clocks.get(0).currentDueAt())
                    .announcing("registered", document.content().urgency().priority(), command.now());
        }
    }

    /** @param document registered by the table, not numbered yet */
    Mono<Numbered> numbered(
            IncomingDocument document, Register.Facts facts, Content.Reclassified found, Command command) {
        return shortNotice(document, command)
                .map(late -> document.with(document.content().registered(found, late)))
                .doOnNext(Registering::requireReason)
                .flatMap(registered -> clocks(registered, command)
                        .flatMap(clocks -> next(registered, command)
                                .flatMap(taken -> mayReturnUntil(registered, command)
                                        .map(until -> of(registered, taken, facts, until, clocks, command)))));
    }

    private static Numbered of(
            IncomingDocument document,
            RegisterSequence taken,
            Register.Facts facts,
            Instant mayReturnUntil,
            List<Deadline> clocks,
            Command command) {
        var register = document.register()
                .numbered(
                        taken.registerNumber(),
                        facts,
                        mayReturnUntil,
                        command.officer().id(),
                        command.now());
        var due = clocks.get(clocks.size() - 1);
        return new Numbered(document.with(register).with(document.course().running(due)), taken, clocks);
    }

    private Mono<RegisterSequence> next(IncomingDocument document, Command command) {
        var series = document.content().handlingKind().series();
        var year = command.now().atZone(IncomingDelivery.OFFICE).getYear();
        return sequences
                .findBySeriesAndYear(series, year)
                .map(RegisterSequence::next)
                .switchIfEmpty(Mono.fromSupplier(() -> RegisterSequence.first(series, year)));
    }

    /** The proposal's, and for a paper to act on the whole one's. */
    private Mono<List<Deadline>> clocks(IncomingDocument document, Command command) {
        var urgency = document.content().urgency();
        return start(urgency.proposeRule(), Course.PROPOSE, document, command.now())
                .flatMap(propose -> document.content().isAction()
                        ? start(urgency.wholeRule(1), Course.WHOLE, document, command.now())
                                .map(whole -> List.of(propose, whole))
                        : Mono.just(List.of(propose)));
    }

    private Mono<Instant> mayReturnUntil(IncomingDocument document, Command command) {
        return start("DOC_RETURN_SENDER", "RETURN", document, command.now()).map(Deadline::currentDueAt);
    }

    /** A 请示 is to come some working days before the event, or before the decision is needed; shorter is allowed, and seen. */
    private Mono<Boolean> shortNotice(IncomingDocument document, Command command) {
        var content = document.content();
        var asked = new ArrayList<Mono<Boolean>>();
        if (content.eventAt() != null) {
            asked.add(isShort("DOC_NOTICE_EVENT", content.eventAt(), document));
        }
        if (content.decisionNeededAt() != null) {
            asked.add(isShort("DOC_NOTICE_DECISION", content.decisionNeededAt(), document));
        }
        return Flux.concat(asked).any(Boolean::booleanValue);
    }

    private Mono<Boolean> isShort(String rule, Instant wanted, IncomingDocument document) {
        return start(rule, "NOTICE", document, document.sender().deliveredAt())
                .map(notice -> notice.currentDueAt().isAfter(wanted));
    }

    private static void requireReason(IncomingDocument document) {
        var reason = document.content().shortNoticeReason();
        if (document.content().shortNotice() && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("/shortNoticeReason", "来文未按规定提前报送,请注明原因。", "It came at short notice; say why.");
        }
    }

    private Mono<Deadline> start(String rule, String step, IncomingDocument document, Instant from) {
        return deadlines.start(rule, PaperFile.SUBJECT_TYPE, document.id(), step, from);
    }
}
