package io.duban.feedbacks;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From somebody's complaint to the desk of the office, its answer, and his word on it. */
@Component
class FeedbackHandling {

    private static final String RULE = "FEEDBACK_ANSWER";
    private static final String URGE = "URGE_FEEDBACK_ANSWER";

    private final FeedbackFiles files;
    private final Deadlines deadlines;
    private final Directory directory;

    FeedbackHandling(FeedbackFiles files, Deadlines deadlines, Directory directory) {
        this.files = files;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /**
     * Posted by any person who is logged in; refused with {@code E_GEN_SCOPE} for a partner's system, which is nobody.
     */
    Mono<Outcome<FeedbackFile>> post(Posted posted, Command command) {
        if (command.officer().sourceSystem() != null) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "投诉建议由个人提出,对接系统不能提出。", "People complain and suggest, not systems."));
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        return clock(id, command).flatMap(due -> {
            var file = FeedbackFile.of(Feedback.of(id, posted, due, command));
            var outcome = Outcome.about(file).inserting(file.feedback());
            return onTheDesk(outcome, due).map(waiting -> waiting.announcing("posted", Priority.ACTION, command.now()));
        });
    }

    /** Answered; the poster is told, and owes nothing for it. */
    Mono<Outcome<FeedbackFile>> answer(UUID id, String text, Command command) {
        return files.require(id, command.access().reach())
                .map(file -> file.answered(text, command))
                .map(file -> Outcome.about(file)
                        .updating(file.feedback())
                        .inserting(file.lastAnswer())
                        .closing(FeedbackMove.ANSWER.name())
                        .closing(FeedbackMove.ANSWER_AGAIN.name())
                        .satisfying(FeedbackFile.ANSWER, command.now())
                        .announcing(Event.of("answered", Priority.INFO, file, command.now())
                                .to(Set.of(file.feedback().authorId()))));
    }

    /** Rated once; who answered is told, and where it is reopened the director has it to answer, in a time of its own. */
    Mono<Outcome<FeedbackFile>> rate(UUID id, FeedbackVerdict verdict, Command command) {
        return files.require(id, command.access().reach())
                .flatMap(seen -> clock(id, command).flatMap(due -> {
                    var file = seen.rated(verdict, due, command);
                    var outcome = Outcome.about(file).updating(file.feedback()).updating(file.lastAnswer());
                    var reopened = file.feedback().status().awaitsAnswer();
                    return (reopened ? onTheDesk(outcome, due) : Mono.just(outcome))
                            .map(told -> told.announcing(rated(file, command)));
                }));
    }

    private static Event rated(FeedbackFile file, Command command) {
        var priority = file.feedback().status().awaitsAnswer() ? Priority.ACTION : Priority.INFO;
        return Event.of("rated", priority, file, command.now())
                .to(Set.of(file.lastAnswer().answeredById()));
    }

    private Mono<Deadline> clock(UUID id, Command command) {
        return deadlines.start(RULE, FeedbackFile.SUBJECT_TYPE, id, FeedbackFile.ANSWER, command.now());
    }

    /** On the desks of those who answer it now, never on the poster's own; the director is called when nobody does. */
    private Mono<Outcome<FeedbackFile>> onTheDesk(Outcome<FeedbackFile> outcome, Deadline due) {
        var file = outcome.subject();
        var move = FeedbackMove.answering(file.feedback().status());
        return holders(file)
                .map(people -> outcome.starting(due, Escalation.to(URGE, Assignee.holders(Role.OFFICE_DIRECTOR)))
                        .opening(move.name(), Assignee.persons(people), due.currentDueAt()));
    }

    private Mono<Set<UUID>> holders(FeedbackFile file) {
        return Flux.just(file.answerers())
                .concatMap(directory::holdersOf)
                .<Set<UUID>>reduceWith(HashSet::new, (all, some) -> {
                    all.addAll(some);
                    return all;
                })
                .doOnNext(all -> all.remove(file.feedback().authorId()));
    }
}
