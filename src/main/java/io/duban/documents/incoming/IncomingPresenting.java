package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one door to a leader's desk (呈批): after the office's check, lower leaders first, each with his question; and back (退回重拟). */
@Component
class IncomingPresenting {

    private final PaperFiles files;
    private final Directory directory;
    private final Deadlines deadlines;

    IncomingPresenting(PaperFiles files, Directory directory, Deadlines deadlines) {
        this.files = files;
        this.directory = directory;
        this.deadlines = deadlines;
    }

    /** @param orderReason why the chief is asked before the deputy in charge; null when he is not */
    record Presentation(
            UUID documentId,
            List<LeaderSheet.Question> leaders,
            @Nullable String orderReason) {

        Set<UUID> ids() {
            return leaders.stream().map(LeaderSheet.Question::leaderId).collect(Collectors.toSet());
        }
    }

    /** A leader on the order: the chief, or a deputy who is or is not in charge of the unit the paper is about. */
    private record Ranked(UUID leaderId, boolean chief, boolean deputy, boolean inCharge) {}

    Mono<Outcome<PaperFile>> submit(Presentation presentation, Command command) {
        return files.require(presentation.documentId(), command.access())
                .map(before -> presented(before, presentation, command))
                .delayUntil(after -> requireOrder(after.document(), presentation))
                .flatMap(after -> firstTurn(after, command)
                        .flatMap(due -> files.require(presentation.documentId(), command.access())
                                .map(before -> outcome(before, after, due, presentation, command))));
    }

    /** The leader wants it proposed anew; what he and those before him wrote stays on the sheet. */
    Mono<Outcome<PaperFile>> returnForRework(UUID documentId, String reason, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            var document = before.document().moved(RETURN_FOR_REWORK, command);
            var seat = IncomingInstructing.atHand(before, command);
            return before.with(document)
                    .with(before.sheet().lapsed())
                    .changedFrom(before, RETURN_FOR_REWORK.name(), reason, command)
                    .closing(Desk.INSTRUCT)
                    .satisfying(seat.step(), command.now())
                    .opening(Desk.SUBMIT_TO_LEADER, Assignee.holders(OFFICE_DIRECTOR, OFFICE_DEPUTY), before.dueAt())
                    .opening(Desk.PROPOSE, Assignee.holders(DOC_HANDLER), before.dueAt())
                    .announcing("returnedForRework", Priority.ACTION, command.now());
        });
    }

    private static PaperFile presented(PaperFile before, Presentation presentation, Command command) {
        requireOfficeReview(before.document(), command);
        var document = before.document().moved(SUBMIT_TO_LEADER, command);
        if (presentation.ids().size() != presentation.leaders().size()) {
            throw Refusal.invalid("/leaders", "同一位领导只列一次。", "Each leader is asked once.");
        }
        var leading = document.leading().presented(command.officer().id(), presentation.orderReason());
        var sheet = LeaderSheet.opened(document.id(), leading.leaderRound(), presentation.leaders());
        return before.with(document.with(leading)
                        .withHands(Set.of(presentation.leaders().get(0).leaderId())))
                .with(sheet);
    }

    private static Outcome<PaperFile> outcome(
            PaperFile before, PaperFile after, Deadline due, Presentation presentation, Command command) {
        return after.changedFrom(before, SUBMIT_TO_LEADER.name(), presentation.orderReason(), command)
                .closing(Desk.SUBMIT_TO_LEADER)
                .closing(Desk.PROPOSE)
                .closing(Desk.CIRCULATE)
                .starting(due)
                .opening(
                        Desk.INSTRUCT,
                        Assignee.person(presentation.leaders().get(0).leaderId()),
                        due.currentDueAt())
                .announcing(
                        "awaitingInstruction",
                        after.document().content().urgency().priority(),
                        command.now());
    }

    private Mono<Deadline> firstTurn(PaperFile after, Command command) {
        return turn(after, after.sheet().seats().get(0), command);
    }

    private Mono<Deadline> turn(PaperFile file, LeaderSeat seat, Command command) {
        var rule = file.document().content().urgency().instructRule();
        return deadlines.start(rule, PaperFile.SUBJECT_TYPE, file.id(), seat.step(), command.now());
    }

    /** Said as what it is: going past the office is not merely a wrong state (domain D3). */
    private static void requireOfficeReview(IncomingDocument document, Command command) {
        if (document.status().isBeforeProposal()
                && command.seenVersion() == document.version()
                && SUBMIT_TO_LEADER.isInHandsOf(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_DOC_BYPASS_OFFICE_REVIEW,
                    "来文须先登记并经办公室拟办审核,才能呈送领导。",
                    "No paper goes to a leader before the office has registered it and proposed what to do.");
        }
    }

    private Mono<Void> requireOrder(IncomingDocument document, Presentation presentation) {
        var unit = document.sender().senderUnitId() == null
                ? document.proposal().proposedHostId()
                : document.sender().senderUnitId();
        return Flux.fromIterable(presentation.leaders())
                .concatMap(question -> ranked(question.leaderId(), unit))
                .collectList()
                .flatMap(ranks -> inOrder(ranks, presentation.orderReason()));
    }

    private Mono<Ranked> ranked(UUID leader, @Nullable UUID unit) {
        return directory
                .holds(leader, CHIEF_LEADER, null)
                .flatMap(chief -> directory
                        .holds(leader, DEPUTY_LEADER, null)
                        .flatMap(deputy -> (unit == null ? Mono.just(deputy) : directory.isInChargeOf(leader, unit))
                                .map(inCharge -> new Ranked(leader, chief, deputy, inCharge))));
    }

    /** 分管领导未提出意见的,主要领导不予受理. */
    private static Mono<Void> inOrder(List<Ranked> ranks, @Nullable String reason) {
        if (ranks.stream().anyMatch(rank -> !rank.chief() && !rank.deputy())) {
            return Mono.error(Refusal.invalid("/leaders", "只能呈送领导班子成员。", "Only leaders are asked."));
        }
        var first = ranks.stream().map(Ranked::chief).toList().indexOf(true);
        var skipped = first >= 0
                && (ranks.subList(first, ranks.size()).stream().anyMatch(rank -> !rank.chief())
                        || ranks.subList(0, first).stream().noneMatch(Ranked::inCharge));
        return skipped && (reason == null || reason.isBlank())
                ? Mono.error(Refusal.of(
                        RefusalCode.E_DOC_ORDER_SKIPPED,
                        "应先呈分管领导,再呈主要领导;确需越过的请说明理由。",
                        "The deputy in charge comes before the chief; give a reason to pass him over."))
                : Mono.empty();
    }
}
