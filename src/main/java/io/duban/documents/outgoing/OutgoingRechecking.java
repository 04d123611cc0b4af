package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The signed paper looked at once more (复核). A substantive change is not the office's: it goes back to the signers (条例 art. 25). */
@Component
class OutgoingRechecking {

    private final Dossiers dossiers;
    private final Deadlines deadlines;

    OutgoingRechecking(Dossiers dossiers, Deadlines deadlines) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
    }

    /**
     * @param title null when unchanged, as {@code text}
     * @param signerId to whom a substantive change is to go; the original signer, when left out
     */
    record Recheck(
            UUID documentId,
            List<TextEdit> edits,
            @Nullable String title,
            @Nullable String text,
            @Nullable UUID signerId) {

        boolean isSubstantive() {
            return edits.stream().anyMatch(edit -> edit.kind() == TextEdit.Kind.SUBSTANTIVE);
        }

        /** An unlisted edit, or a listed one that is not there, would let the paper differ from what was signed. */
        Paper applyTo(Paper paper) {
            var edited = paper.withText(title == null ? paper.title() : title, text == null ? paper.text() : text);
            if (edited.equals(paper) != edits.isEmpty()) {
                throw Refusal.invalid("/edits", "修改须逐条列明,并附修改后的文本。", "List every edit, and give the text as edited.");
            }
            return edited;
        }
    }

    Mono<Outcome<Dossier>> recheck(Recheck recheck, Command command) {
        return dossiers.require(recheck.documentId(), command.access().reach())
                .doOnNext(before -> Rechecking.require(before, recheck, command))
                .flatMap(before -> recheck.isSubstantive()
                        ? startSigning(before, command).map(due -> backToSigners(recheck, before, due, command))
                        : Mono.fromCallable(() -> rechecked(recheck, before, command)));
    }

    private static Outcome<Dossier> rechecked(Recheck recheck, Dossier before, Command command) {
        var edited = recheck.applyTo(before.document().paper());
        var outcome = before.with(before.document().rechecked(edited, command))
                .changedFrom(before)
                .closing(Desk.RECHECK)
                .opening(Desk.ALLOT_NUMBER, Assignee.holders(REGISTRAR), null)
                .announcing("rechecked", Priority.ACTION, command.now());
        return keeping(recheck, outcome, command);
    }

    private static Outcome<Dossier> backToSigners(Recheck recheck, Dossier before, Deadline due, Command command) {
        var edited = recheck.applyTo(before.document().paper());
        var after = Signing.returnedToSigner(before, edited, due, command);
        var outcome = after.changedFrom(before)
                .closing(Desk.RECHECK)
                .closing(Desk.ALLOT_NUMBER)
                .closing(Desk.CONFIRM_VERBAL)
                .closing(Desk.CHASE_VERBAL)
                .satisfying(VerbalApproval.STEP, command.now())
                .starting(due)
                .opening(Desk.SIGN, Assignee.persons(after.sheet().personsAtHand()), due.currentDueAt())
                .announcing(
                        "returnedToSigner", after.document().paper().urgency().priority(), command.now());
        return keeping(recheck, outcome, command);
    }

    /** Every edit is kept by name, and the text it led to. */
    private static Outcome<Dossier> keeping(Recheck recheck, Outcome<Dossier> outcome, Command command) {
        var document = outcome.subject().document();
        recheck.edits().forEach(edit -> outcome.inserting(edit.row(document.id(), command)));
        return recheck.edits().isEmpty()
                ? outcome
                : outcome.inserting(TextVersion.of(document, command.officer().id()));
    }

    private Mono<Deadline> startSigning(Dossier before, Command command) {
        return deadlines.start(
                before.document().paper().urgency().signatureRule(),
                before.subjectType(),
                before.id(),
                Progress.SIGNATURE,
                command.now());
    }
}
