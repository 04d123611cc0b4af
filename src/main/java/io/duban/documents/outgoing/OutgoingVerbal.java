package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A leader's approval by telephone (电话请示、先办后补签), recorded by the office and confirmed or denied by him within a working day. */
@Component
class OutgoingVerbal {

    private static final String RULE = "DOC_VERBAL_CONFIRM";

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final SignerAuthority authority;
    private final UnitDirectory units;

    OutgoingVerbal(Dossiers dossiers, Deadlines deadlines, SignerAuthority authority, UnitDirectory units) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.authority = authority;
        this.units = units;
    }

    /** @param words required to deny */
    record Answer(
            UUID documentId,
            boolean confirmed,
            String textHash,
            @Nullable String words) {}

    Mono<Outcome<Dossier>> record(UUID documentId, VerbalApproval.Call call, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .flatMap(before -> deadlines
                        .start(RULE, before.subjectType(), documentId, VerbalApproval.STEP, command.now())
                        .map(due -> recorded(before, call, due, command))
                        .delayUntil(outcome -> requirePersons(call))
                        .delayUntil(outcome -> authority.requireFor(
                                call.leaderId(), before.document().review().important(), before.document())));
    }

    Mono<Outcome<Dossier>> answer(Answer answer, Command command) {
        return dossiers.require(answer.documentId(), command.access().reach())
                .map(before -> answer.confirmed()
                        ? settled(
                                        before,
                                        VerbalApproving.confirmed(before, answer.textHash(), answer.words(), command),
                                        command)
                                .announcing("verbalConfirmed", Priority.INFO, command.now())
                        : denied(before, answer, command));
    }

    /** Off every desk it lay on, and on as signed. */
    private static Outcome<Dossier> recorded(Dossier before, VerbalApproval.Call call, Deadline due, Command command) {
        var outcome = OutgoingReview.offTheDesk(before, VerbalApproving.recorded(before, call, due, command), command)
                .closing(Desk.SUBMIT_FOR_REVIEW)
                .closing(Desk.ANSWER_COSIGN)
                .closing(Desk.CLOSE_COSIGN)
                .closing(Desk.COORDINATE_COSIGN)
                .closing(Desk.GIVE_LEGAL_OPINION)
                .closing(Desk.SIGN)
                .satisfying(LegalReview.STEP, command.now())
                .satisfying(Progress.SIGNATURE, command.now())
                .opening(Desk.RECHECK, Assignee.holders(DOC_REVIEWER), null)
                .opening(Desk.CONFIRM_VERBAL, Assignee.person(call.leaderId()), due.currentDueAt())
                .starting(due, Escalation.to(Desk.CHASE_VERBAL, Assignee.holders(OFFICE_DIRECTOR)))
                .announcing("verballyApproved", Priority.URGENT, command.now());
        before.cosigns()
                .open()
                .forEach(request -> outcome.satisfying(CosignRequest.step(request.unitId()), command.now())
                        .satisfying(CosignRequest.extendedStep(request.unitId()), command.now()));
        return outcome;
    }

    /** Before the issue it goes back to its unit, and its number is void; after it the unit must correct it. */
    private static Outcome<Dossier> denied(Dossier before, Answer answer, Command command) {
        var words = answer.words();
        if (words == null || words.isBlank()) {
            throw Refusal.invalid("/words", "否认口头批准须写明情况。", "Say what you did say, or that you said nothing.");
        }
        var after = VerbalApproving.denied(before, words, command);
        var outcome = settled(before, after, command).announcing("verbalDenied", Priority.URGENT, command.now());
        var head = OutgoingDrafting.headOf(before.document());
        if (after.document().status() == OutgoingStatus.ISSUED) {
            return outcome.opening(Desk.ISSUE_CORRECTION, head, null)
                    .opening(Desk.ISSUE_CORRECTION, Assignee.holders(OFFICE_DIRECTOR), null);
        }
        return VoidNumber.keptBy(outcome, before.document(), words, command)
                .closing(Desk.RECHECK)
                .closing(Desk.ALLOT_NUMBER)
                .closing(Desk.SEAL)
                .closing(Desk.ISSUE)
                .opening(Desk.SUBMIT_FOR_REVIEW, head, null);
    }

    private static Outcome<Dossier> settled(Dossier before, Dossier after, Command command) {
        return after.changedFrom(before)
                .closing(Desk.CONFIRM_VERBAL)
                .closing(Desk.CHASE_VERBAL)
                .satisfying(VerbalApproval.STEP, command.now());
    }

    private Mono<Void> requirePersons(VerbalApproval.Call call) {
        var named = Set.copyOf(List.of(call.callerId(), call.witnessId()));
        return units.persons(named)
                .count()
                .flatMap(found -> found == named.size()
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/callerId", "请示人或见证人不存在。", "Caller or witness does not exist.")));
    }
}
