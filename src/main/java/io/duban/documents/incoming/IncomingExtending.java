package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.documents.incoming.Assigning.Extension;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.ExtensionRight;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** More time for a paper (延期): asked by its host before it is due, once, counted from the original date, decided by the director. */
@Component
class IncomingExtending {

    private final PaperFiles files;
    private final Deadlines deadlines;

    IncomingExtending(PaperFiles files, Deadlines deadlines) {
        this.files = files;
        this.deadlines = deadlines;
    }

    Mono<Outcome<PaperFile>> ask(Extension asked, Command command) {
        return files.require(asked.documentId(), command.access())
                .doOnNext(before -> requireAskable(before, asked, command))
                .delayUntil(before -> requireShortEnough(before, asked))
                .map(before -> {
                    var document = before.document().touched(command);
                    return before.with(document.with(document.assigning()
                                    .extensionAsked(asked, command.officer().id())))
                            .changedFrom(before, "ASK_EXTENSION", asked.reason(), command)
                            .opening(Desk.DECIDE_EXTENSION, Assignee.holders(OFFICE_DIRECTOR), before.dueAt())
                            .announcing("extensionRequested", Priority.ACTION, command.now());
                });
    }

    /** Silence is no consent: until he decides, the old date stands. */
    Mono<Outcome<PaperFile>> decide(UUID documentId, boolean granted, String words, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            requireDecidable(before, command);
            var document = before.document().touched(command);
            var decided = document.with(document.assigning().extensionDecided(granted));
            var until = document.assigning().extensionUntil();
            return granted && until != null
                    ? granted(before, decided, until, words, command)
                    : before.with(decided)
                            .changedFrom(before, "REFUSE_EXTENSION", words, command)
                            .closing(Desk.DECIDE_EXTENSION)
                            .announcing("extensionRefused", Priority.ACTION, command.now());
        });
    }

    private static Outcome<PaperFile> granted(
            PaperFile before, IncomingDocument decided, Instant until, String words, Command command) {
        var dueAt = before.document().course().dueAt();
        var warn = dueAt == null ? until : right(before.document(), dueAt).warnBefore(until);
        var parts = before.openAssignments().stream()
                .filter(part -> part.duty().leads()
                        && (part.dueAt() == null || part.dueAt().isBefore(until)))
                .map(part -> part.dueBy(until, warn))
                .toList();
        var course = new Course(command.now(), until, warn);
        var outcome = before.with(decided.with(course))
                .withAssignments(parts)
                .changedFrom(before, "GRANT_EXTENSION", words, command)
                .closing(Desk.DECIDE_EXTENSION)
                .extending(Course.WHOLE, until, warn)
                .announcing("extended", Priority.ACTION, command.now());
        parts.forEach(part -> outcome.extending(part.step(Course.HANDLE), until, warn));
        return outcome;
    }

    private static ExtensionRight right(IncomingDocument document, Instant dueAt) {
        return new ExtensionRight(
                dueAt, document.course().warnAt(), document.assigning().extensions() > 0);
    }

    private static void requireAskable(PaperFile before, Extension asked, Command command) {
        var document = before.document();
        if (command.seenVersion() != document.version()) {
            throw Refusal.stale(document.version());
        }
        var hosts = before.leading().stream()
                .anyMatch(part -> part.unitId().equals(asked.unitId())
                        && command.officer().hasAt(part.unitId(), UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD));
        if (!hosts) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "延期由主办单位申请。", "The host asks for more time.");
        }
        var underWay = document.status() == IncomingStatus.ASSIGNED || document.status() == IncomingStatus.HANDLING;
        var dueAt = document.course().dueAt();
        if (!underWay || dueAt == null || document.assigning().extensionUntil() != null) {
            throw Refusal.illegalState("ASK_EXTENSION", before.state(), List.of());
        }
        right(document, dueAt).require(asked.until(), command.now());
    }

    private Mono<Void> requireShortEnough(PaperFile before, Extension asked) {
        var dueAt = before.document().course().dueAt();
        return dueAt == null
                ? Mono.empty()
                : deadlines
                        .start(
                                before.document().content().urgency().extensionRule(),
                                PaperFile.SUBJECT_TYPE,
                                before.id(),
                                "EXTENSION",
                                dueAt)
                        .map(Deadline::currentDueAt)
                        .flatMap(latest -> asked.until().isAfter(latest)
                                ? Mono.error(Refusal.invalid(
                                        "/until", "延期超过了规定的最长期限。", "That is longer than the rule allows."))
                                : Mono.empty());
    }

    private static void requireDecidable(PaperFile before, Command command) {
        var document = before.document();
        if (command.seenVersion() != document.version()) {
            throw Refusal.stale(document.version());
        }
        if (!command.officer().has(OFFICE_DIRECTOR)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "延期由办公室主任审批。", "The director decides on extensions.");
        }
        if (document.assigning().extensionUntil() == null) {
            throw Refusal.illegalState("DECIDE_EXTENSION", before.state(), List.of());
        }
        Separation.require(
                command,
                "申请延期的人不能审批。",
                "Who asks does not decide.",
                document.assigning().extensionAskedBy());
    }
}
