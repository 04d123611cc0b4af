package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The leaders' part (批示): each in his turn, in words, by hand, by voice or with a circle; every one of them becomes an instruction. */
@Component
class IncomingInstructing {

    private final PaperFiles files;
    private final WrittenInstructions instructions;
    private final Circulation circulation;
    private final Decomposing decomposing;
    private final Deadlines deadlines;

    IncomingInstructing(
            PaperFiles files,
            WrittenInstructions instructions,
            Circulation circulation,
            Decomposing decomposing,
            Deadlines deadlines) {
        this.files = files;
        this.instructions = instructions;
        this.circulation = circulation;
        this.decomposing = decomposing;
        this.deadlines = deadlines;
    }

    Mono<Outcome<PaperFile>> instruct(UUID documentId, LeaderWords words, Command command) {
        return files.require(documentId, command.access()).flatMap(before -> {
            var after = written(before, words, command);
            return circulation
                    .withFurtherReaders(after, words.furtherReaderIds(), command)
                    .flatMap(read -> turnToAction(read.paper(), words)
                            .map(paper -> read.on(outcome(before, paper, words, command))))
                    .flatMap(outcome -> handOn(outcome, before, command));
        });
    }

    /**
     * What a leader writes out of his turn: the chief settles a conflict; and on a finished paper his words are an instruction of their own,
     * linked to the paper, which stays as it is.
     */
    Mono<Outcome<PaperFile>> instructLater(UUID documentId, LeaderWords words, Command command) {
        return files.require(documentId, command.access())
                .map(before -> before.document().leading().conflict()
                        ? settled(before, words.checked(before, command.now()), command)
                        : afterwards(before, words.checked(before, command.now()), command));
    }

    private static PaperFile written(PaperFile before, LeaderWords words, Command command) {
        before.document().check(INSTRUCT, command);
        var seat = atHand(before, command);
        NoHandIn.require(before.document(), command);
        words.checked(before, command.now())
                .requireExplicitOn(before.document().content(), before.sheet().isMain(seat));
        var sheet = before.sheet().written(seat, words, command.actor().id(), command.now());
        var next = sheet.atHand().map(LeaderSeat::leaderId);
        var document = before.document().moved(next.isPresent() ? GIVE_INSTRUCTION : INSTRUCT, command);
        var leading = document.leading().dueBy(words.dueAt()).inConflict(sheet.isInConflict());
        return before.with(document.with(leading).withHands(next.map(Set::of).orElse(Set.of())))
                .with(sheet);
    }

    private Mono<PaperFile> turnToAction(PaperFile paper, LeaderWords words) {
        return words.verdict().asksForAction() ? decomposing.toBeActedOn(paper) : Mono.just(paper);
    }

    private Outcome<PaperFile> outcome(PaperFile before, PaperFile after, LeaderWords words, Command command) {
        var outcome = after.changedFrom(before, INSTRUCT.name(), words.exactWords(), command)
                .closing(Desk.INSTRUCT, command.officer().id())
                .satisfying(atHand(before, command).step(), command.now())
                .including(instructions.recorded(after, words, command))
                .announcing("instructed", after.document().content().urgency().priority(), command.now());
        var conflict = after.document().leading().conflict()
                && !before.document().leading().conflict();
        return conflict
                ? outcome.opening(Desk.SETTLE_CONFLICT, Assignee.holders(OFFICE_DIRECTOR, CHIEF_LEADER), after.dueAt())
                        .announcing("conflicting", Priority.ACTION, command.now())
                : outcome;
    }

    /** To the next leader, or after the last one to whoever makes his words into work. */
    private Mono<Outcome<PaperFile>> handOn(Outcome<PaperFile> outcome, PaperFile before, Command command) {
        var paper = outcome.subject();
        var started = startsWhole(before, paper) ? restart(outcome, paper) : Mono.just(outcome);
        return started.flatMap(timed -> paper.sheet()
                .atHand()
                .map(seat -> toNext(timed, seat, command))
                .orElseGet(() -> decomposing.follow(timed, paper.sheet().asksForAction(), command)));
    }

    private Mono<Outcome<PaperFile>> toNext(Outcome<PaperFile> outcome, LeaderSeat seat, Command command) {
        var urgency = outcome.subject().document().content().urgency();
        return deadlines
                .start(
                        urgency.instructRule(),
                        PaperFile.SUBJECT_TYPE,
                        outcome.subject().id(),
                        seat.step(),
                        command.now())
                .map(due -> outcome.starting(due, overdue())
                        .opening(Desk.INSTRUCT, Assignee.person(seat.leaderId()), due.currentDueAt()));
    }

    /** A leader is never carded: what lies with him too long turns to the director (domain D16). */
    static Escalation overdue() {
        return Escalation.to("REMIND_LEADER", Assignee.holders(OFFICE_DIRECTOR));
    }

    static boolean startsWhole(PaperFile before, PaperFile after) {
        return after.document().content().isAction()
                && !before.document().content().isAction();
    }

    private Mono<Outcome<PaperFile>> restart(Outcome<PaperFile> outcome, PaperFile paper) {
        var registeredAt = paper.document().register().registeredAt();
        return registeredAt == null
                ? Mono.just(outcome)
                : decomposing.whole(paper, 1, registeredAt).map(outcome::starting);
    }

    private Outcome<PaperFile> settled(PaperFile before, LeaderWords words, Command command) {
        NoHandIn.require(before.document(), command);
        var document = before.document().moved(SETTLE_CONFLICT, command);
        if (!command.officer().has(CHIEF_LEADER)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "批示意见不一致的,由主要领导确定。", "The chief settles what leaders disagree on.");
        }
        var after = before.with(
                document.with(document.leading().dueBy(words.dueAt()).inConflict(false)));
        return after.changedFrom(before, SETTLE_CONFLICT.name(), words.exactWords(), command)
                .closing(Desk.SETTLE_CONFLICT)
                .including(instructions.recorded(after, words, command))
                .announcing("instructed", Priority.ACTION, command.now());
    }

    private Outcome<PaperFile> afterwards(PaperFile before, LeaderWords words, Command command) {
        if (command.seenVersion() != before.version()) {
            throw Refusal.stale(before.version());
        }
        if (!command.officer().has(CHIEF_LEADER, DEPUTY_LEADER)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "批示由领导本人作出。", "Instructions are a leader's to write.");
        }
        NoHandIn.require(before.document(), command);
        var status = before.document().status();
        if (status != IncomingStatus.COMPLETED && status != IncomingStatus.ARCHIVED) {
            throw Refusal.illegalState("INSTRUCT_LATER", before.state(), List.of());
        }
        return Outcome.about(before)
                .inserting(JournalEntry.of("INSTRUCT_LATER", before.document(), words.exactWords(), command))
                .including(instructions.recorded(before, words, command))
                .announcing("instructedLater", Priority.ACTION, command.now());
    }

    /** His turn on the order of leaders; a paper shows nobody else's. */
    static LeaderSeat atHand(PaperFile file, Command command) {
        return file.sheet()
                .atHand()
                .filter(seat -> seat.leaderId().equals(command.officer().id()))
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "这份文件现在不由您批示。", "It is not your turn to write on this paper."));
    }
}
