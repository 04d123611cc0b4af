package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.UNIT_LIAISON;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of an issued paper: archived (归档), or revoked, repealed, superseded (撤销、废止) and all its recipients told. */
@Component
class OutgoingAftermath {

    private final Dossiers dossiers;
    private final R2dbcEntityTemplate template;

    OutgoingAftermath(Dossiers dossiers, R2dbcEntityTemplate template) {
        this.dossiers = dossiers;
        this.template = template;
    }

    /** @param move REVOKE, REPEAL or SUPERSEDE */
    record EndOrder(UUID documentId, OutgoingMove move, Ending.End end) {}

    Mono<Outcome<Dossier>> archive(UUID documentId, Ending.RetentionPeriod retention, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> before.with(Registering.archived(before, retention, command))
                        .changedFrom(before)
                        .announcing("archived", Priority.INFO, command.now()));
    }

    Mono<Outcome<Dossier>> end(EndOrder order, Command command) {
        return dossiers.require(order.documentId(), command.access().reach())
                .map(before -> ended(before, order, command))
                .delayUntil(outcome -> requireReplacement(order));
    }

    /** Numbers that were given and never issued, of one year. */
    Flux<VoidNumber> voidNumbers(int year) {
        return template.select(VoidNumber.class)
                .matching(Query.query(Criteria.where("numberYear").is(year))
                        .sort(Sort.by("issuerCode", "numberSequence"))
                        .limit(1000))
                .all();
    }

    /** Nobody need sign for it or confirm it any more; everybody it was sent to takes note that it is void. */
    private static Outcome<Dossier> ended(Dossier before, EndOrder order, Command command) {
        var units = before.deliveries().stream().map(Delivery::unitId).collect(Collectors.toSet());
        var outcome = before.with(Registering.ended(before.document(), order.move(), order.end(), command))
                .changedFrom(before)
                .closing(Desk.SIGN_FOR)
                .closing(Desk.CHASE_RECEIPT)
                .closing(Desk.ISSUE_CORRECTION)
                .closing(Desk.CONFIRM_VERBAL)
                .closing(Desk.CHASE_VERBAL)
                .satisfying(VerbalApproval.STEP, command.now())
                .opening(Desk.NOTE_END, Assignee.holdersAt(units, UNIT_LIAISON), null)
                .announcing(verb(order.move()), Priority.ACTION, command.now());
        units.forEach(unit -> outcome.satisfying(Delivery.step(unit), command.now()));
        return outcome;
    }

    private static String verb(OutgoingMove move) {
        return switch (move) {
            case REVOKE -> "revoked";
            case REPEAL -> "repealed";
            default -> "superseded";
        };
    }

    private Mono<Void> requireReplacement(EndOrder order) {
        var replacement = order.end().replacedById();
        if (replacement == null) {
            return Mono.empty();
        }
        return dossiers.named(replacement, "/replacedById")
                .filter(found -> !found.id().equals(order.documentId())
                        && OutgoingMove.CORRECT.from().contains(found.document().status()))
                .switchIfEmpty(Mono.error(
                        Refusal.invalid("/replacedById", "替代文件须已印发且有效。", "The paper in its place is an issued one.")))
                .then();
    }
}
