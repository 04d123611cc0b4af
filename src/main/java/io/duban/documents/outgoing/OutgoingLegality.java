package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.documents.outgoing.LegalReview.Conclusion;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office asks for a legality opinion (合法性审核), and the legal reviewer gives it on the text as it stands. */
@Component
class OutgoingLegality {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final UnitDirectory units;

    OutgoingLegality(Dossiers dossiers, Deadlines deadlines, UnitDirectory units) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.units = units;
    }

    record Request(UUID documentId, LegalReview.Kind kind, String materials) {}

    record Opinion(UUID documentId, Conclusion conclusion, String opinion) {}

    /** The office's clock stops while the paper is with the legal reviewer. */
    Mono<Outcome<Dossier>> request(Request request, Command command) {
        return dossiers.require(request.documentId(), command.access().reach())
                .flatMap(before -> units.holders(LEGAL_REVIEWER)
                        .collect(Collectors.toSet())
                        .flatMap(reviewers -> deadlines
                                .start(
                                        request.kind().rule(),
                                        before.subjectType(),
                                        before.id(),
                                        LegalReview.STEP,
                                        command.now())
                                .map(due -> OutgoingReview.offTheDesk(
                                                before,
                                                Legality.requested(
                                                        before,
                                                        request.kind(),
                                                        request.materials(),
                                                        reviewers,
                                                        due,
                                                        command),
                                                command)
                                        .starting(due)
                                        .opening(
                                                Desk.GIVE_LEGAL_OPINION,
                                                Assignee.holders(LEGAL_REVIEWER),
                                                due.currentDueAt())
                                        .announcing("legalReviewRequested", Priority.ACTION, command.now()))));
    }

    /** Back in the office: to be presented where the office has passed this text already, else to be reviewed. */
    Mono<Outcome<Dossier>> give(Opinion opinion, Command command) {
        return dossiers.require(opinion.documentId(), command.access().reach())
                .flatMap(before -> OutgoingDrafting.reviewClock(deadlines, before, command)
                        .map(due -> {
                            var after = Legality.given(before, opinion.conclusion(), opinion.opinion(), due, command);
                            var outcome = after.changedFrom(before)
                                    .closing(Desk.GIVE_LEGAL_OPINION)
                                    .closing(Desk.GRANT_WITHDRAWAL)
                                    .satisfying(LegalReview.STEP, command.now())
                                    .starting(due)
                                    .announcing("legalOpinionGiven", Priority.ACTION, command.now());
                            return after.isReviewed()
                                    ? outcome.opening(
                                            Desk.REQUEST_SIGNATURE,
                                            Assignee.holders(OFFICE_DIRECTOR, OFFICE_DEPUTY),
                                            due.currentDueAt())
                                    : outcome.opening(
                                            Desk.PASS_REVIEW, Assignee.holders(DOC_REVIEWER), due.currentDueAt());
                        }));
    }
}
