package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit's part: drafted (起草), written anew, signed off by the unit's head and sent to the office (送核). */
@Component
class OutgoingDrafting {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final DraftAdmission admission;

    OutgoingDrafting(Dossiers dossiers, Deadlines deadlines, DraftAdmission admission) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.admission = admission;
    }

    record Draft(Paper paper, Particulars particulars) {}

    record Rewrite(UUID documentId, String title, String text) {}

    Mono<Outcome<Dossier>> create(Draft draft, Command command) {
        return Mono.fromCallable(() -> begin(draft, command))
                .flatMap(document -> admission.admitted(document, command))
                .map(document -> Outcome.unchanged(Dossier.of(document))
                        .inserting(document)
                        .inserting(TextVersion.of(document, command.officer().id()))
                        .opening(Desk.SUBMIT_FOR_REVIEW, headOf(document), null)
                        .announcing("drafted", Priority.INFO, command.now()));
    }

    Mono<Outcome<Dossier>> change(Rewrite rewrite, Command command) {
        return dossiers.require(rewrite.documentId(), command.access().reach()).map(before -> {
            var after = before.with(before.document().rewritten(rewrite.title(), rewrite.text(), command));
            return after.changedFrom(before)
                    .inserting(
                            TextVersion.of(after.document(), command.officer().id()))
                    .announcing("rewritten", Priority.INFO, command.now());
        });
    }

    Mono<Outcome<Dossier>> submit(UUID documentId, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .flatMap(before -> reviewClock(deadlines, before, command)
                        .map(due -> handIn(
                                Cosigning.submittedWithout(before, due, command).changedFrom(before), due, command)));
    }

    /** On the reviewers' desks, with their clock. */
    static Outcome<Dossier> handIn(Outcome<Dossier> outcome, Deadline due, Command command) {
        return outcome.closing(Desk.SUBMIT_FOR_REVIEW)
                .starting(due)
                .opening(Desk.PASS_REVIEW, Assignee.holders(DOC_REVIEWER), due.currentDueAt())
                .announcing("submitted", Priority.ACTION, command.now());
    }

    static Mono<Deadline> reviewClock(Deadlines deadlines, Dossier before, Command command) {
        var rule = before.document().paper().urgency().reviewRule();
        return deadlines.start(rule, before.subjectType(), before.id(), Progress.REVIEW, command.now());
    }

    static Assignee headOf(OutgoingDocument document) {
        return Assignee.holdersAt(Set.of(document.origin().draftingUnitId()), UNIT_HEAD);
    }

    private static OutgoingDocument begin(Draft draft, Command command) {
        return OutgoingDocument.drafted(
                UuidCreator.getTimeOrderedEpoch(),
                unitOf(command.officer()),
                draft.paper(),
                draft.particulars(),
                command);
    }

    /** He drafts for the unit he sits in, or else for one he speaks for. */
    private static UUID unitOf(Officer officer) {
        return officer.posts().stream()
                .filter(post -> post.role().speaksForUnit())
                .map(Post::unitId)
                .min((one, other) -> Boolean.compare(other.equals(officer.unitId()), one.equals(officer.unitId())))
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE,
                        "由单位负责人或联络员拟稿。",
                        "Drafts are begun by a unit's head, deputy or liaison."));
    }
}
