package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ObjectionMove.ACCEPT_OBJECTION;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The review of an objection (复核, art. 17) by somebody who took no part in the conclusion. What was decided is announced, so that cards, bulletins and
 * statistics are put right.
 */
@Component
class ObjectionReviewing {

    /** The to-do to decide. */
    static final String DECIDE = "DECIDE_OBJECTION";

    private final ConclusionFiles files;
    private final ConclusionClocks clocks;
    private final ObjectionFiling filing;
    private final ObjectFindings findings;
    private final RectificationItems items;

    ObjectionReviewing(
            ConclusionFiles files,
            ConclusionClocks clocks,
            ObjectionFiling filing,
            ObjectFindings findings,
            RectificationItems items) {
        this.files = files;
        this.clocks = clocks;
        this.filing = filing;
        this.findings = findings;
        this.items = items;
    }

    /** What the conclusion says of the object from now on. */
    record Change(String reason, @Nullable String finding, List<ConclusionDraft.Remedy> rectifications) {

        String requireFinding() {
            if (finding == null || finding.isBlank()) {
                throw Refusal.invalid("/finding", "变更结论须写明变更后的结论。", "Say what the conclusion says now.");
            }
            return finding;
        }
    }

    /** An objection with what it is about. */
    private record Case(
            ConclusionObjection objection, ObjectFinding finding, List<RectificationItem> items, Root root) {}

    Mono<Outcome<ConclusionObjection>> accept(UUID objectionId, Command command) {
        return files.objection(objectionId, command.access())
                .map(objection -> objection.accept(command))
                .flatMap(objection -> filing.handlers(objection.recusedIds())
                        .flatMap(handlers -> files.root(objection.conclusionId())
                                .map(root -> root.movingOn(
                                        Outcome.changed(objection)
                                                .closing(ACCEPT_OBJECTION.name())
                                                .opening(DECIDE, handlers, objection.dueAt())
                                                .announcing(told("accepted", objection, command)),
                                        ACCEPT_OBJECTION,
                                        command))));
    }

    /** The object's days go on as if it had not objected; within them it may object anew. */
    Mono<Outcome<ConclusionObjection>> declareInadmissible(UUID objectionId, @Nullable String reason, Command command) {
        return opened(objectionId, command)
                .map(its -> ended(its, ObjectionEnd.INADMISSIBLE, reason, command)
                        .including(Outcome.about(its.finding()).resuming(ConclusionClocks.OBJECTION_PERIOD)));
    }

    Mono<Outcome<ConclusionObjection>> uphold(UUID objectionId, String reason, Command command) {
        return opened(objectionId, command).map(its -> ended(its, ObjectionEnd.UPHELD, reason, command));
    }

    Mono<Outcome<ConclusionObjection>> change(UUID objectionId, Change change, Command command) {
        return opened(objectionId, command).flatMap(its -> {
            var outcome = ended(its, ObjectionEnd.CHANGED, change.reason(), command);
            var successor = its.finding().successor(change.requireFinding());
            var remedies =
                    ConclusionDraft.remedies(successor, change.rectifications(), command.now(), "/rectifications/");
            return clocks.delivery(List.of(successor), remedies, command.now())
                    .map(delivery -> delivery.ofNewInto(withdrawing(its, outcome, command), command.now()));
        });
    }

    Mono<Outcome<ConclusionObjection>> revoke(UUID objectionId, String reason, Command command) {
        return opened(objectionId, command)
                .map(its -> withdrawing(its, ended(its, ObjectionEnd.REVOKED, reason, command), command));
    }

    private Mono<Case> opened(UUID objectionId, Command command) {
        return files.objection(objectionId, command.access())
                .flatMap(objection -> findings.findById(objection.findingId())
                        .flatMap(finding -> items.findByFindingIdOrderByIdAsc(finding.id())
                                .collectList()
                                .flatMap(found -> files.root(objection.conclusionId())
                                        .map(root -> new Case(objection, finding, found, root)))));
    }

    private static Outcome<ConclusionObjection> ended(
            Case its, ObjectionEnd end, @Nullable String reason, Command command) {
        var objection = its.objection().decide(end.move(), reason, command);
        var outcome = Outcome.changed(objection)
                .updating(its.finding().after(end.consequence()))
                .closing(ACCEPT_OBJECTION.name())
                .closing(DECIDE)
                .satisfying(ConclusionClocks.DECIDE, command.now())
                .announcing(told(end.verb(), objection, command));
        return its.root().movingOn(outcome, end.move(), command);
    }

    /** What was to be put right falls away with the finding it rests on; what is verified stays done. */
    private static Outcome<ConclusionObjection> withdrawing(
            Case its, Outcome<ConclusionObjection> outcome, Command command) {
        its.items().stream().filter(item -> item.status().isUnfinished()).forEach(item -> {
            var withdrawn = item.withdraw();
            outcome.including(Outcome.changed(withdrawn)
                    .closing(RectificationMove.REPORT_RECTIFICATION.name())
                    .closing(RectificationMove.VERIFY_RECTIFICATION.name())
                    .satisfying(ConclusionClocks.RECTIFY, command.now())
                    .satisfying(ConclusionClocks.REVIEW, command.now())
                    .announcing("withdrawn", Priority.INFO, command.now()));
        });
        return outcome;
    }

    private static Event told(String verb, ConclusionObjection objection, Command command) {
        return Event.of(verb, Priority.ACTION, objection, command.now()).to(Set.of(objection.filedById()));
    }
}
