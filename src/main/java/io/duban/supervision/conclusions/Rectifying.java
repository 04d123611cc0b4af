package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.UNIT_HEAD;
import static io.duban.supervision.conclusions.RectificationMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An object puts right what a conclusion told it to (督查对象应当按要求整改, art. 18), and supervision looks whether it did. */
@Component
class Rectifying {

    private final ConclusionFiles files;
    private final ConclusionClocks clocks;

    Rectifying(ConclusionFiles files, ConclusionClocks clocks) {
        this.files = files;
        this.clocks = clocks;
    }

    /** Its clock stands at the report while that is being looked at; if it is late, that is the supervisors'. */
    Mono<Outcome<RectificationItem>> report(UUID itemId, String facts, Command command) {
        return files.item(itemId, command.access())
                .map(item -> item.report(facts, command))
                .flatMap(item -> clocks.review(item, command.now())
                        .flatMap(due -> files.root(item.conclusionId())
                                .map(root -> root.movingOn(
                                        reported(item, due, root, command), REPORT_RECTIFICATION, command))));
    }

    Mono<Outcome<RectificationItem>> verify(UUID itemId, @Nullable String note, Command command) {
        return files.item(itemId, command.access())
                .map(item -> item.verify(note, command))
                .flatMap(item -> files.root(item.conclusionId())
                        .map(root -> root.movingOn(
                                reviewed(item, command).announcing(told("verified", item, command)),
                                VERIFY_RECTIFICATION,
                                command)));
    }

    Mono<Outcome<RectificationItem>> returned(UUID itemId, @Nullable String note, Command command) {
        return files.item(itemId, command.access())
                .map(item -> item.returned(note, command))
                .flatMap(item -> files.root(item.conclusionId())
                        .map(root -> root.movingOn(
                                reviewed(item, command)
                                        .resuming(ConclusionClocks.RECTIFY)
                                        .opening(
                                                REPORT_RECTIFICATION.name(),
                                                Assignee.holdersAt(Set.of(item.unitId()), UNIT_HEAD),
                                                item.dueAt())
                                        .announcing(told("returned", item, command)),
                                RETURN_RECTIFICATION,
                                command)));
    }

    private static Outcome<RectificationItem> reported(
            RectificationItem item, Deadline due, Root root, Command command) {
        return Outcome.changed(item)
                .closing(REPORT_RECTIFICATION.name())
                .satisfying(ConclusionClocks.RECTIFY, command.now())
                .starting(due, ConclusionClocks.URGE_REVIEW)
                .opening(
                        VERIFY_RECTIFICATION.name(),
                        Assignee.persons(root.matter().hands().supervisors()),
                        due.currentDueAt())
                .announcing("reported", Priority.ACTION, command.now());
    }

    private static Outcome<RectificationItem> reviewed(RectificationItem item, Command command) {
        return Outcome.changed(item)
                .closing(VERIFY_RECTIFICATION.name())
                .satisfying(ConclusionClocks.REVIEW, command.now());
    }

    private static Event told(String verb, RectificationItem item, Command command) {
        var reporter = item.reportedById();
        return Event.of(verb, Priority.ACTION, item, command.now()).to(reporter == null ? Set.of() : Set.of(reporter));
    }
}
