package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows when the last leader has written: the handler decomposes the words, or sees to the end of the paper. */
@Component
class Decomposing {

    private final Deadlines deadlines;

    Decomposing(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Puts the instructed paper on the handler's desk; a paper that has become one to act on gets the whole paper's clock as well. */
    Mono<Outcome<PaperFile>> follow(Outcome<PaperFile> outcome, boolean asksForAction, Command command) {
        var paper = outcome.subject();
        if (!asksForAction && !paper.document().content().docType().isRequest()) {
            return Mono.just(outcome.opening(Desk.COMPLETE, Assignee.holders(DOC_HANDLER), paper.dueAt()));
        }
        var rule = paper.document().content().urgency().assignRule();
        return deadlines
                .start(rule, PaperFile.SUBJECT_TYPE, paper.id(), Course.ASSIGN, command.now())
                .map(due -> outcome.starting(due)
                        .opening(Desk.DRAFT_ASSIGNMENT, Assignee.holders(DOC_HANDLER), due.currentDueAt()));
    }

    /** The paper as one to act on, with its clock running since it was registered: an order on a paper to read makes it one. */
    Mono<PaperFile> toBeActedOn(PaperFile paper) {
        var document = paper.document();
        var registeredAt = document.register().registeredAt();
        if (document.content().isAction() || registeredAt == null) {
            return Mono.just(paper);
        }
        return whole(paper, 1, registeredAt)
                .map(due -> paper.with(document.with(document.content().toBeActedOn())
                        .with(document.course().running(due))));
    }

    /** The clock of the whole paper, for as many units as have part in it. */
    Mono<Deadline> whole(PaperFile paper, int units, Instant registeredAt) {
        var rule = paper.document().content().urgency().wholeRule(units);
        return deadlines.start(rule, PaperFile.SUBJECT_TYPE, paper.id(), Course.WHOLE, registeredAt);
    }
}
