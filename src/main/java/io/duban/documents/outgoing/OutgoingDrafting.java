package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The unit's part: drafted (起草), written anew, signed off by the unit's head and sent to the office (送核), or taken back (撤回). */
@Component
class OutgoingDrafting {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final Directory directory;
    private final IssuerNames issuers;

    OutgoingDrafting(Dossiers dossiers, Deadlines deadlines, Directory directory, IssuerNames issuers) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.directory = directory;
        this.issuers = issuers;
    }

    record Rewrite(UUID documentId, String title, String text) {}

    Mono<Outcome<Dossier>> create(Paper paper, Command command) {
        return Mono.fromCallable(() -> begin(paper, command))
                .delayUntil(document -> requireUnits(paper))
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
                .flatMap(before -> deadlines
                        .start(
                                before.document().paper().urgency().reviewRule(),
                                before.subjectType(),
                                documentId,
                                Progress.REVIEW,
                                command.now())
                        .map(due -> before.with(before.document().submitted(due, command))
                                .changedFrom(before)
                                .closing(Desk.SUBMIT_FOR_REVIEW)
                                .starting(due)
                                .opening(Desk.PASS_REVIEW, Assignee.holders(DOC_REVIEWER), due.currentDueAt())
                                .announcing("submitted", Priority.ACTION, command.now())));
    }

    /** Whoever had it on his desk has it no more. */
    Mono<Outcome<Dossier>> withdraw(UUID documentId, String reason, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> before.withdrawn(reason, command)
                        .changedFrom(before)
                        .closing(Desk.SUBMIT_FOR_REVIEW)
                        .closing(Desk.PASS_REVIEW)
                        .closing(Desk.REQUEST_SIGNATURE)
                        .closing(Desk.SIGN)
                        .satisfying(Progress.REVIEW, command.now())
                        .satisfying(Progress.SIGNATURE, command.now())
                        .announcing("withdrawn", Priority.INFO, command.now()));
    }

    static Assignee headOf(OutgoingDocument document) {
        return Assignee.holdersAt(Set.of(document.origin().draftingUnitId()), UNIT_HEAD);
    }

    private OutgoingDocument begin(Paper paper, Command command) {
        issuers.require(paper.issuer());
        return OutgoingDocument.drafted(UuidCreator.getTimeOrderedEpoch(), unitOf(command.officer()), paper, command);
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

    private Mono<Void> requireUnits(Paper paper) {
        return directory
                .canAllSignFor(paper.recipients())
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/mainRecipients", "主送或抄送单位不存在。", "A main or copy recipient does not exist.")));
    }
}
