package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Other units asked before the office sees a draft (会签): each head answers, and the host closes the sheet or writes anew. */
@Component
class OutgoingCosigning {

    private static final String RULE = "DOC_COSIGN";
    private static final String EXTENSION_RULE = "DOC_COSIGN_EXTENSION";

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final UnitDirectory units;
    private final OutgoingRules rules;

    OutgoingCosigning(Dossiers dossiers, Deadlines deadlines, UnitDirectory units, OutgoingRules rules) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.units = units;
        this.rules = rules;
    }

    record Answer(
            UUID documentId, CosignAnswer answer, @Nullable String reason, String textHash) {}

    record Extension(UUID documentId, UUID unitId, String reason) {}

    record Dispute(UUID documentId, UUID unitId, String coordination) {}

    /** What the host does when the answers are in: write anew, keep the draft, or send it to the office. */
    enum Closing {
        REVISE,
        KEEP,
        SUBMIT
    }

    Mono<Outcome<Dossier>> start(UUID documentId, List<CosignSheet.Question> questions, Command command) {
        var asked = questions.stream().map(CosignSheet.Question::unitId).collect(Collectors.toSet());
        return dossiers.require(documentId, command.access().reach())
                .delayUntil(before -> requireHeads(asked))
                .flatMap(before ->
                        clocks(before, asked, command).map(clocks -> started(before, questions, clocks, command)));
    }

    Mono<Outcome<Dossier>> answer(Answer answer, Command command) {
        return dossiers.require(answer.documentId(), command.access().reach()).map(before -> {
            var after = Cosigning.answered(before, answer.answer(), answer.reason(), answer.textHash(), command);
            var outcome = after.changedFrom(before).announcing("cosigned", Priority.INFO, command.now());
            answeredNow(before, after).forEach(unit -> stop(unit, outcome, command));
            return after.cosigns().open().isEmpty()
                    ? outcome.opening(Desk.CLOSE_COSIGN, hostOf(before), null)
                    : outcome;
        });
    }

    Mono<Outcome<Dossier>> extend(Extension extension, Command command) {
        return dossiers.require(extension.documentId(), command.access().reach())
                .flatMap(before -> more(before, extension.unitId()).map(more -> {
                    var after = Cosigning.extended(before, extension.unitId(), extension.reason(), more, command);
                    return after.changedFrom(before)
                            .satisfying(CosignRequest.step(extension.unitId()), command.now())
                            .starting(more, overdue(extension.unitId()))
                            .opening(
                                    Desk.ANSWER_COSIGN,
                                    Assignee.holdersAt(Set.of(extension.unitId()), UNIT_HEAD),
                                    more.currentDueAt())
                            .announcing("cosignExtended", Priority.INFO, command.now());
                }));
    }

    Mono<Outcome<Dossier>> escalate(Dispute dispute, Command command) {
        return dossiers.require(dispute.documentId(), command.access().reach())
                .map(before -> Cosigning.escalated(before, dispute.unitId(), dispute.coordination(), command)
                        .changedFrom(before)
                        .opening(Desk.COORDINATE_COSIGN, Assignee.holders(OFFICE_DIRECTOR), null)
                        .announcing("cosignEscalated", Priority.ACTION, command.now()));
    }

    Mono<Outcome<Dossier>> close(UUID documentId, Closing closing, Command command) {
        return dossiers.require(documentId, command.access().reach()).flatMap(before -> switch (closing) {
            case REVISE -> Mono.fromCallable(() -> closed(before, Cosigning.revised(before, command), command));
            case KEEP ->
                silent(before).map(silent -> closed(before, Cosigning.closed(before, silent, command), command));
            case SUBMIT -> silent(before).flatMap(silent -> submitted(before, silent, command));
        });
    }

    private Mono<Outcome<Dossier>> submitted(Dossier before, Set<UUID> silent, Command command) {
        return OutgoingDrafting.reviewClock(deadlines, before, command)
                .map(due -> OutgoingDrafting.handIn(
                        closed(before, Cosigning.submitted(before, silent, due, command), command), due, command));
    }

    private static Outcome<Dossier> started(
            Dossier before, List<CosignSheet.Question> questions, Map<UUID, Deadline> clocks, Command command) {
        var after = Cosigning.started(before, questions, clocks, command);
        var outcome = after.changedFrom(before)
                .closing(Desk.SUBMIT_FOR_REVIEW)
                .opening(
                        Desk.ANSWER_COSIGN,
                        Assignee.holdersAt(clocks.keySet(), UNIT_HEAD),
                        after.cosigns().dueAt())
                .announcing("cosignRequested", Priority.ACTION, command.now());
        clocks.forEach((unit, clock) -> outcome.starting(clock, overdue(unit)));
        return outcome;
    }

    /** Nobody is asked any more, and the draft is the unit's again. */
    private static Outcome<Dossier> closed(Dossier before, Dossier after, Command command) {
        var outcome = after.changedFrom(before)
                .closing(Desk.ANSWER_COSIGN)
                .closing(Desk.CLOSE_COSIGN)
                .closing(Desk.COORDINATE_COSIGN)
                .announcing("cosignClosed", Priority.INFO, command.now());
        before.cosigns().open().forEach(request -> stop(request.unitId(), outcome, command));
        return after.document().status() == OutgoingStatus.DRAFTING
                ? outcome.opening(Desk.SUBMIT_FOR_REVIEW, OutgoingDrafting.headOf(before.document()), null)
                : outcome;
    }

    private static void stop(UUID unit, Outcome<Dossier> outcome, Command command) {
        outcome.closingAt(Desk.ANSWER_COSIGN, unit)
                .satisfying(CosignRequest.step(unit), command.now())
                .satisfying(CosignRequest.extendedStep(unit), command.now());
    }

    private static Escalation overdue(UUID unit) {
        return Escalation.to(Desk.CHASE_COSIGN, Assignee.holdersAt(Set.of(unit), UNIT_DEPUTY, UNIT_LIAISON));
    }

    private static List<UUID> answeredNow(Dossier before, Dossier after) {
        var open = after.cosigns().open().stream().map(CosignRequest::unitId).toList();
        return before.cosigns().open().stream()
                .map(CosignRequest::unitId)
                .filter(unit -> !open.contains(unit))
                .toList();
    }

    private static Assignee hostOf(Dossier dossier) {
        return Assignee.holdersAt(Set.of(dossier.document().origin().draftingUnitId()), UNIT_LIAISON, UNIT_HEAD);
    }

    private Mono<Map<UUID, Deadline>> clocks(Dossier before, Set<UUID> asked, Command command) {
        return Flux.fromIterable(asked)
                .concatMap(unit -> deadlines
                        .start(RULE, before.subjectType(), before.id(), CosignRequest.step(unit), command.now())
                        .map(due -> Map.entry(unit, due)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Counted from when it was due, not from when it was asked for (D11). */
    private Mono<Deadline> more(Dossier before, UUID unit) {
        return Mono.fromCallable(() -> before.cosigns().of(unit).dueAt())
                .flatMap(due -> deadlines.start(
                        EXTENSION_RULE, before.subjectType(), before.id(), CosignRequest.extendedStep(unit), due));
    }

    private Mono<Set<UUID>> silent(Dossier before) {
        return units.units(before.cosigns().open().stream()
                        .map(CosignRequest::unitId)
                        .toList())
                .filter(unit -> rules.mayBeSilent(unit.id(), unit.name()))
                .map(UnitDirectory.Unit::id)
                .collect(Collectors.toSet());
    }

    private Mono<Void> requireHeads(Set<UUID> asked) {
        return units.allHave(asked, Set.of(Role.UNIT_HEAD))
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/questions",
                                "会签单位不存在,或者没有负责人。",
                                "A unit does not exist, or has no head who could answer.")));
    }
}
