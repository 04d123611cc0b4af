package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.incoming.Ending.SenderDefect;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office's own look at it before any leader: proposed (拟办), checked, or returned to its sender (退文); and voided (作废). */
@Component
class IncomingReview {

    private final PaperFiles files;
    private final Directory directory;

    IncomingReview(PaperFiles files, Directory directory) {
        this.files = files;
        this.directory = directory;
    }

    /** @param replacedBy the paper that stands in its place; {@code letterFileId} the sender's letter when he withdraws it */
    record Voiding(
            UUID documentId,
            String reason,
            @Nullable UUID replacedBy,
            @Nullable UUID letterFileId) {}

    Mono<Outcome<PaperFile>> propose(Proposal.Draft draft, Command command) {
        return files.require(draft.documentId(), command.access())
                .map(before -> proposed(before, draft, command))
                .delayUntil(outcome -> requireUnits(draft));
    }

    /** The section chief looks over the handler's shoulder; nobody checks his own proposal. */
    Mono<Outcome<PaperFile>> check(UUID documentId, @Nullable String words, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            var proposal = before.document().proposal();
            var document = before.document().moved(CHECK_PROPOSAL, command);
            Separation.require(command, "拟办人不能审核自己的拟办意见。", "Who proposed does not check it.", proposal.proposedBy());
            return before.with(document.with(proposal.checked(command.officer().id(), words, command.now())))
                    .changedFrom(before, CHECK_PROPOSAL.name(), words, command)
                    .closing(Desk.CHECK_PROPOSAL)
                    .satisfying(Course.PROPOSE, command.now())
                    .opening(next(document), hands(document), document.course().dueAt())
                    .announcing("proposed", Priority.ACTION, command.now());
        });
    }

    Mono<Outcome<PaperFile>> returnToSender(
            UUID documentId, List<SenderDefect> defects, String words, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            var document = before.document().moved(RETURN_TO_SENDER, command);
            requireInTime(before.document(), command);
            var after = before.with(document.with(Ending.returned(defects, words))
                    .with(document.course().stopped()));
            return Desk.cleared(
                            after.changedFrom(before, RETURN_TO_SENDER.name(), words, command), before, command.now())
                    .announcing("returned", Priority.ACTION, command.now());
        });
    }

    Mono<Outcome<PaperFile>> voided(Voiding voiding, Command command) {
        return files.require(voiding.documentId(), command.access()).map(before -> {
            var document = before.document().moved(VOID, command);
            if (voiding.letterFileId() != null && !before.hasFile(voiding.letterFileId())) {
                throw Refusal.invalid("/senderLetterFileId", "请先上传来文单位的撤文函。", "Upload the sender's letter first.");
            }
            var ending = Ending.voided(voiding.reason(), voiding.replacedBy(), voiding.letterFileId());
            var after = before.with(document.with(ending).with(document.course().stopped()))
                    .with(before.sheet().lapsed())
                    .withAssignments(before.in(UnitAssignmentStatus.DRAFTED).stream()
                            .map(draft -> draft.in(UnitAssignmentMove.DROP))
                            .toList());
            return Desk.cleared(
                            after.changedFrom(before, VOID.name(), voiding.reason(), command), before, command.now())
                    .announcing("voided", Priority.ACTION, command.now());
        });
    }

    private static Outcome<PaperFile> proposed(PaperFile before, Proposal.Draft draft, Command command) {
        var again = before.document().status() == IncomingStatus.PROPOSED;
        var document = before.document().moved(again ? PROPOSE_AGAIN : PROPOSE, command);
        requireSeen(before);
        requireReturnedByLeader(before, again);
        draft.checklist().requirePassed();
        return before.with(document.with(draft.by(command.officer().id(), command.now())))
                .changedFrom(before, PROPOSE.name(), draft.opinion(), command)
                .closing(Desk.PROPOSE)
                .closing(Desk.SUBMIT_TO_LEADER)
                .opening(
                        Desk.CHECK_PROPOSAL,
                        Assignee.holders(SECTION_CHIEF),
                        document.course().dueAt())
                .announcing("drafted", Priority.ACTION, command.now());
    }

    /** A proposal that was checked changes only because a leader sent it back. */
    private static void requireReturnedByLeader(PaperFile before, boolean again) {
        if (again && before.document().leading().leaderRound() == 0) {
            throw Refusal.illegalState(PROPOSE.name(), before.state(), List.of(SUBMIT_TO_LEADER.name()));
        }
    }

    /** What was acted on outside is looked at on paper: without its photo nothing is proposed. */
    private static void requireSeen(PaperFile before) {
        if (before.document().register().offlineBypass() && before.attachments().isEmpty()) {
            throw Refusal.invalid("/attachments", "补登件须先上传原件照片。", "Upload a photo of the paper first.");
        }
    }

    /** What is to be read goes round; what is to be acted on goes to a leader. */
    private static String next(IncomingDocument document) {
        return document.content().isAction() ? Desk.SUBMIT_TO_LEADER : Desk.CIRCULATE;
    }

    private static Assignee hands(IncomingDocument document) {
        return document.content().isAction()
                ? Assignee.holders(OFFICE_DIRECTOR, OFFICE_DEPUTY)
                : Assignee.holders(REGISTRAR);
    }

    private static void requireInTime(IncomingDocument document, Command command) {
        var until = document.register().returnUntil();
        if (until != null && command.now().isAfter(until) && !command.officer().has(OFFICE_DIRECTOR)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_RETURN_TOO_LATE,
                    "登记后超过2个工作日,退文须由办公室主任决定。",
                    "More than two working days after registration only the director returns a paper.");
        }
    }

    private Mono<Void> requireUnits(Proposal.Draft draft) {
        var units = new HashSet<>(draft.coUnitIds());
        if (draft.hostUnitId() != null) {
            units.add(draft.hostUnitId());
        }
        return directory
                .canAllSignFor(Set.copyOf(units))
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/hostUnitId", "拟办单位不存在。", "A unit does not exist.")));
    }
}
