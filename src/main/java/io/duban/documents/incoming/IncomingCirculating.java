package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A paper goes round (传阅): a list nobody drops off in silence; words a leader writes on it are an instruction. */
@Component
class IncomingCirculating {

    private final PaperFiles files;
    private final Circulation circulation;
    private final WrittenInstructions instructions;
    private final Decomposing decomposing;

    IncomingCirculating(
            PaperFiles files, Circulation circulation, WrittenInstructions instructions, Decomposing decomposing) {
        this.files = files;
        this.circulation = circulation;
        this.instructions = instructions;
        this.decomposing = decomposing;
    }

    record Round(UUID documentId, List<UUID> readerIds, boolean sequential) {}

    Mono<Outcome<PaperFile>> circulate(Round round, Command command) {
        return files.require(round.documentId(), command.access()).flatMap(before -> {
            var document = before.document().moved(CIRCULATE, command);
            document.leading().requireSettled();
            requireNoReplyOwed(document);
            requireNewReaders(round, before);
            return circulation
                    .listed(before.with(document), round.readerIds(), round.sequential(), command)
                    .map(sent -> sent.on(sent.paper()
                            .changedFrom(before, CIRCULATE.name(), null, command)
                            .closing(Desk.CIRCULATE)
                            .closing(Desk.SUBMIT_TO_LEADER)
                            .closing(Desk.PROPOSE)
                            .closing(Desk.DRAFT_ASSIGNMENT)
                            .closing(Desk.ASSIGN)
                            .closing(Desk.COMPLETE)
                            .satisfying(Course.ASSIGN, command.now())
                            .announcing("circulating", Priority.ACTION, command.now())));
        });
    }

    /** @param words null when he only read it */
    Mono<Outcome<PaperFile>> read(UUID documentId, @Nullable LeaderWords words, Command command) {
        return files.require(documentId, command.access()).flatMap(before -> {
            var instructs = words != null && command.officer().has(CHIEF_LEADER, DEPUTY_LEADER);
            var move = instructs ? ReaderMove.INSTRUCT : ReaderMove.READ;
            var reader = own(before, move, command);
            if (instructs) {
                NoHandIn.require(before.document(), command);
            }
            var said =
                    words == null ? null : words.checked(before, command.now()).exactWords();
            var done = reader.done(move, said, null, command.officer().id(), command.now());
            var asks = instructs && words.verdict().asksForAction();
            return passedOn(before, before.with(moved(before, asks, command)).withReaders(List.of(done)), asks, command)
                    .map(sent ->
                            sent.on(written(before, sent.paper(), reader, instructs ? words : null, said, command)))
                    .flatMap(outcome -> followed(before, outcome, asks, command));
        });
    }

    /** Only with a reason, and he stays on the list. */
    Mono<Outcome<PaperFile>> skip(UUID documentId, UUID readerId, String reason, Command command) {
        return files.require(documentId, command.access()).flatMap(before -> {
            var reader = before.readers().stream()
                    .filter(one -> one.id().equals(readerId))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            ReaderMove.SKIP.check(reader.state(), before.version(), command);
            var done =
                    reader.done(ReaderMove.SKIP, null, reason, command.officer().id(), command.now());
            return circulation
                    .next(before.with(before.document().touched(command)).withReaders(List.of(done)), command)
                    .map(sent -> sent.on(sent.paper()
                            .changedFrom(before, "SKIP_READER", reason, command)
                            .closing(Desk.READ, reader.readerId())
                            .satisfying(reader.step(), command.now())
                            .announcing("readerSkipped", Priority.INFO, command.now())))
                    .map(IncomingCirculating::allRead);
        });
    }

    /** An order ends the round for the handler, who must see to it; the other readers stay on the list and are still asked. */
    private static IncomingDocument moved(PaperFile before, boolean asks, Command command) {
        var document = before.document();
        return asks && document.status() == IncomingStatus.CIRCULATING
                ? document.movedBeside(INSTRUCT_ON_READING, command)
                : document.touched(command);
    }

    private Mono<Circulation.Sent> passedOn(PaperFile before, PaperFile after, boolean asks, Command command) {
        return (asks ? decomposing.toBeActedOn(after) : Mono.just(after))
                .flatMap(paper -> circulation.next(paper, command));
    }

    private Outcome<PaperFile> written(
            PaperFile before,
            PaperFile after,
            CirculationReader reader,
            @Nullable LeaderWords words,
            @Nullable String said,
            Command command) {
        var outcome = after.changedFrom(before, words == null ? "READ" : INSTRUCT_ON_READING.name(), said, command)
                .closing(Desk.READ, reader.readerId())
                .satisfying(reader.step(), command.now())
                .announcing(
                        words == null ? "read" : "instructed",
                        words == null ? Priority.INFO : Priority.ACTION,
                        command.now());
        return words == null ? outcome : outcome.including(instructions.recorded(after, words, command));
    }

    private Mono<Outcome<PaperFile>> followed(
            PaperFile before, Outcome<PaperFile> outcome, boolean asks, Command command) {
        var paper = outcome.subject();
        var registeredAt = paper.document().register().registeredAt();
        var timed = IncomingInstructing.startsWhole(before, paper) && registeredAt != null
                ? decomposing.whole(paper, 1, registeredAt).map(outcome::starting)
                : Mono.just(outcome);
        var ordered = asks && before.document().status() == IncomingStatus.CIRCULATING;
        return timed.flatMap(one -> ordered ? decomposing.follow(one, true, command) : Mono.just(allRead(one)));
    }

    /** The last one has read: the registrar may see to the end. */
    private static Outcome<PaperFile> allRead(Outcome<PaperFile> outcome) {
        var paper = outcome.subject();
        return paper.document().status() == IncomingStatus.CIRCULATING
                        && paper.unread().isEmpty()
                ? outcome.opening(Desk.COMPLETE, Assignee.holders(REGISTRAR), null)
                : outcome;
    }

    private static CirculationReader own(PaperFile file, ReaderMove move, Command command) {
        var own = file.readers().stream()
                .filter(reader -> reader.readerId().equals(command.officer().id()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of(RefusalCode.E_GEN_SCOPE, "您不在这份文件的传阅名单上。", "You are not on the circulation list."));
        move.check(own.state(), command.seenVersion(), command);
        if (!own.isAtHand()) {
            throw Refusal.illegalState(move.name(), "waiting for the readers before", List.of());
        }
        return own;
    }

    /** A 请示 is answered, and from a round of readers no way leads to the answer. */
    private static void requireNoReplyOwed(IncomingDocument document) {
        if (document.content().owesReply()) {
            throw Refusal.of(
                    RefusalCode.E_DOC_REQUEST_NEEDS_REPLY,
                    "请示须答复,不能只传阅;请呈领导批示或交办,需要阅知的可由领导批示时列为阅件人。",
                    "A request is answered, not only read: submit it to a leader or assign it.");
        }
    }

    private static void requireNewReaders(Round round, PaperFile before) {
        var known = new HashSet<UUID>();
        before.readers().forEach(reader -> known.add(reader.readerId()));
        if (!round.readerIds().stream().allMatch(known::add)) {
            throw Refusal.invalid("/readerIds", "同一人只列一次。", "Each reader is listed once.");
        }
    }
}
