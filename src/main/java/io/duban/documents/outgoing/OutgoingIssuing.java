package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sent to its recipients (核发), and signed for by each of them (签收). */
@Component
class OutgoingIssuing {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final IssueConsequences consequences;

    OutgoingIssuing(Dossiers dossiers, Deadlines deadlines, IssueConsequences consequences) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.consequences = consequences;
    }

    Mono<Outcome<Dossier>> issue(UUID documentId, Set<UUID> recipients, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .doOnNext(before -> requireScope(recipients, before.document(), command))
                .flatMap(before -> clocks(before, recipients, command)
                        .map(clocks -> issued(before, recipients, clocks, command))
                        .flatMap(outcome -> consequences.of(before, recipients, outcome, command)));
    }

    /** For every unit he speaks for that has not signed yet. Other units' receipts change the document too, but are none of his business. */
    Mono<Outcome<Dossier>> signFor(UUID documentId, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> EndNoting.isDue(before) ? EndNoting.noted(before, command) : signedFor(before, command));
    }

    private static Outcome<Dossier> signedFor(Dossier before, Command command) {
        var own = ownOpen(before, command);
        var deliveries = before.deliveries().stream()
                .map(delivery -> own.contains(delivery.unitId())
                        ? delivery.signedFor(command.officer().id(), command.now())
                        : delivery)
                .toList();
        var byAll = deliveries.stream().noneMatch(Delivery::isOpen);
        var outcome = before.with(Registering.signedFor(before.document(), byAll, command))
                .withDeliveries(deliveries)
                .changedFrom(before)
                .announcing("signedFor", Priority.INFO, command.now());
        own.forEach(unit -> outcome.closingAt(Desk.SIGN_FOR, unit).satisfying(Delivery.step(unit), command.now()));
        // Somebody may have left his unit with the to-do still on his desk.
        return byAll ? outcome.closing(Desk.SIGN_FOR) : outcome;
    }

    private static Outcome<Dossier> issued(
            Dossier before, Set<UUID> recipients, List<Deadline> clocks, Command command) {
        var first = clocks.get(0);
        var deliveries = recipients.stream()
                .map(unit -> Delivery.sent(before.id(), unit, first, command.now()))
                .toList();
        var outcome = before.with(Registering.issued(before.document(), recipients, first, command))
                .withDeliveries(deliveries)
                .changedFrom(before)
                .closing(Desk.ISSUE)
                .opening(Desk.SIGN_FOR, Assignee.holdersAt(recipients, UNIT_LIAISON), first.currentDueAt())
                .announcing("issued", before.document().paper().urgency().priority(), command.now());
        clocks.forEach(clock -> outcome.starting(clock, overdue(clock)));
        return outcome;
    }

    /** What nobody signed for in time lies on the desks of the unit's deputy and head (domain 0.4). */
    private static Escalation overdue(Deadline clock) {
        var unit = Set.of(Delivery.unitOf(clock));
        return Escalation.to(Desk.CHASE_RECEIPT, Assignee.holdersAt(unit, UNIT_DEPUTY))
                .then(Assignee.holdersAt(unit, UNIT_HEAD));
    }

    /** One clock for each unit; all of them run under the same rule from the same moment. */
    private Mono<List<Deadline>> clocks(Dossier before, Set<UUID> recipients, Command command) {
        var rule = before.document().paper().urgency().receiptRule();
        return Flux.fromIterable(recipients)
                .concatMap(unit ->
                        deadlines.start(rule, before.subjectType(), before.id(), Delivery.step(unit), command.now()))
                .collectList();
    }

    private static void requireScope(Set<UUID> recipients, OutgoingDocument document, Command command) {
        Duties.check(document, ISSUE, command);
        if (!document.paper().recipients().containsAll(recipients)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_SCOPE,
                    "收文单位超出主送、抄送范围。",
                    "A recipient is neither a main nor a copy recipient of the paper.");
        }
        if (!recipients.containsAll(document.paper().mainRecipients())) {
            throw Refusal.invalid(
                    "/recipients",
                    "主送单位不得遗漏:核发只有一次,未列入的单位再也收不到。",
                    "No main recipient is left out: it is issued once, and whoever is missing never gets it.");
        }
    }

    private static Set<UUID> ownOpen(Dossier dossier, Command command) {
        SIGN_FOR.check(dossier.document().status(), command.seenVersion(), command);
        var own = dossier.deliveries().stream()
                .filter(delivery -> isOf(command.officer(), delivery))
                .toList();
        if (own.isEmpty()) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "这份文件没有发给您的单位。", "It was not sent to your unit.");
        }
        if (own.stream().noneMatch(Delivery::isOpen)) {
            throw Refusal.illegalState(SIGN_FOR.name(), "signed for", List.of());
        }
        return own.stream().filter(Delivery::isOpen).map(Delivery::unitId).collect(Collectors.toSet());
    }

    static boolean isOf(Officer officer, Delivery delivery) {
        return officer.hasAt(delivery.unitId(), UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD);
    }
}
