package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.incoming.Ending.AnswerKind;
import io.duban.documents.incoming.Ending.Retention;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end that hides nothing: answered (答复), completed (办结) with nothing open, archived (归档) with everything in it. */
@Component
class IncomingFinishing {

    private final PaperFiles files;
    private final WrittenInstructions instructions;
    private final Directory directory;

    IncomingFinishing(PaperFiles files, WrittenInstructions instructions, Directory directory) {
        this.files = files;
        this.instructions = instructions;
        this.directory = directory;
    }

    record Answer(
            UUID documentId,
            AnswerKind kind,
            String text,
            @Nullable String number,
            List<UUID> copies) {}

    record Archiving(UUID documentId, Retention retention, String category, UUID sheetFileId) {}

    /** What was handed in is accepted with it, and goes to the leaders who asked. */
    Mono<Outcome<PaperFile>> answer(Answer answer, Command command) {
        return files.require(answer.documentId(), command.access()).flatMap(before -> {
            var document = before.document().moved(ANSWER, command);
            requireReply(document, answer.kind());
            var accepted = before.in(UnitAssignmentStatus.SUBMITTED).stream()
                    .map(part -> part.in(UnitAssignmentMove.ACCEPT))
                    .toList();
            var ending = document.ending()
                    .answered(
                            answer.kind(),
                            answer.text(),
                            answer.number(),
                            answer.copies(),
                            command.officer().id(),
                            command.now());
            var after = before.with(document.with(ending).with(document.course().stopped()))
                    .withAssignments(accepted);
            var outcome = after.changedFrom(before, ANSWER.name(), answer.text(), command)
                    .closing(Desk.ANSWER)
                    .satisfying(Course.WHOLE, command.now())
                    .opening(Desk.COMPLETE, Assignee.holders(DOC_HANDLER), null)
                    .announcing("answered", Priority.INFO, command.now());
            return accepted.stream().anyMatch(part -> part.duty().leads())
                    ? instructions.reportedWith(after, command).map(outcome::including)
                    : Mono.just(outcome);
        });
    }

    /** @param withoutAnswer why its sender needs no answer; null when he got one, or the paper was for reading */
    Mono<Outcome<PaperFile>> complete(UUID documentId, @Nullable String withoutAnswer, Command command) {
        return files.require(documentId, command.access())
                .flatMap(before -> instructions
                        .areOpenOn(before)
                        .flatMap(open -> directory
                                .holdersOf(ARCHIVIST)
                                .map(archivists -> completed(before, withoutAnswer, open, archivists, command))));
    }

    /** From now on it is the archivists' as well. */
    private static Outcome<PaperFile> completed(
            PaperFile before,
            @Nullable String withoutAnswer,
            boolean openInstructions,
            Set<UUID> archivists,
            Command command) {
        var document = before.document().moved(COMPLETE, command);
        requireNothingOpen(before, withoutAnswer, openInstructions);
        var ending =
                document.ending().completed(withoutAnswer, command.officer().id(), command.now());
        var after = before.with(
                document.with(ending).with(document.course().stopped()).withHands(archivists));
        return Desk.cleared(after.changedFrom(before, COMPLETE.name(), withoutAnswer, command), before, command.now())
                .opening(Desk.ARCHIVE, Assignee.holders(ARCHIVIST), archiveBy(command.now()))
                .announcing("completed", Priority.INFO, command.now());
    }

    Mono<Outcome<PaperFile>> archive(Archiving archiving, Command command) {
        return files.require(archiving.documentId(), command.access()).map(before -> {
            var document = before.document().moved(ARCHIVE, command);
            requireComplete(before, archiving);
            var ending = document.ending()
                    .archived(
                            archiving.retention(),
                            archiving.category(),
                            archiving.sheetFileId(),
                            command.officer().id(),
                            command.now());
            return before.with(document.with(ending))
                    .changedFrom(before, ARCHIVE.name(), archiving.category(), command)
                    .closing(Desk.ARCHIVE)
                    .announcing("archived", Priority.INFO, command.now());
        });
    }

    private static void requireReply(IncomingDocument document, AnswerKind kind) {
        if (document.content().owesReply() && !kind.repliesToRequest()) {
            throw Refusal.of(
                    RefusalCode.E_DOC_REQUEST_NEEDS_REPLY,
                    "请示须以批复、函或电话记录答复,不能只报告或只阅。",
                    "A request gets a reply, a letter or a telephone record.");
        }
    }

    /** Everything somebody still owes, said at once. */
    private static void requireNothingOpen(PaperFile paper, @Nullable String withoutAnswer, boolean openInstructions) {
        var open = OpenEnds.of(paper, withoutAnswer, openInstructions);
        if (!open.isEmpty()) {
            throw Refusal.of(
                    RefusalCode.E_DOC_OPEN_TASKS,
                    "还不能办结:%s。".formatted(String.join(";", open)),
                    "It cannot be completed: tasks, instructions, readers or the answer are still open.");
        }
    }

    private static void requireComplete(PaperFile paper, Archiving archiving) {
        var original = paper.attachments().stream().anyMatch(file -> !file.id().equals(archiving.sheetFileId()));
        if (!paper.hasFile(archiving.sheetFileId()) || !original) {
            throw Refusal.of(
                    RefusalCode.E_ARC_INCOMPLETE,
                    "归档须有文件处理单和原件,请先上传。",
                    "The file needs the handling sheet and the original.");
        }
    }

    /** By 30 June of the next year. */
    private static Instant archiveBy(Instant now) {
        var year = now.atZone(IncomingDelivery.OFFICE).getYear() + 1;
        return LocalDate.of(year, Month.JULY, 1)
                .atStartOfDay(IncomingDelivery.OFFICE)
                .toInstant();
    }
}
