package io.duban.supervision.plans;

import static io.duban.platform.identity.Role.CHIEF_LEADER;
import static io.duban.supervision.plans.PlanMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.authority.SupervisedObjects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes of a plan in force: one at a time, proposed with a reason, and nothing changes before the chief leader says so. */
@Component
class PlanChanging {

    private final PlanFiles files;
    private final PlanLeads leads;
    private final SupervisedObjects objects;

    PlanChanging(PlanFiles files, PlanLeads leads, SupervisedObjects objects) {
        this.files = files;
        this.leads = leads;
        this.objects = objects;
    }

    /**
     * What is to be changed.
     *
     * @param entry what is to be added; null to move or drop
     * @param entryId what is to be moved or dropped; null to add
     * @param plannedOn where to move it
     */
    record Wish(
            PlanChange.Kind kind,
            PlanEntry.@Nullable Content entry,
            @Nullable UUID entryId,
            @Nullable LocalDate plannedOn,
            String reason) {

        private void requireComplete() {
            if (kind == PlanChange.Kind.ADD && entry == null) {
                throw Refusal.invalid("/entry", "增列条目须写明内容。", "Say what is to be added.");
            }
            if (kind != PlanChange.Kind.ADD && entryId == null) {
                throw Refusal.invalid("/entryId", "须指明要调整的条目。", "Say which entry is to be changed.");
            }
            if (kind == PlanChange.Kind.MOVE && plannedOn == null) {
                throw Refusal.invalid("/plannedOn", "调整时间须写明新的日期。", "Say when it is to be.");
            }
        }
    }

    Mono<Outcome<PlanFile>> propose(UUID planId, Wish wish, Command command) {
        return Mono.fromRunnable(wish::requireComplete)
                .then(files.require(planId, command.access().reach()))
                .delayUntil(file -> require(wish, command))
                .map(file -> proposed(file, wish, command));
    }

    Mono<Outcome<PlanFile>> decide(UUID planId, boolean approve, @Nullable String opinion, Command command) {
        if (!approve && (opinion == null || opinion.isBlank())) {
            return Mono.error(Refusal.invalid("/opinion", "不同意须写明意见。", "Say why it is refused."));
        }
        return files.require(planId, command.access().reach()).map(file -> decided(file, approve, opinion, command));
    }

    private static Outcome<PlanFile> proposed(PlanFile file, Wish wish, Command command) {
        var plan = file.plan().take(PROPOSE_CHANGE, file.plan().title(), command);
        var added = wish.entry() != null && wish.kind() == PlanChange.Kind.ADD;
        if (added) {
            plan.requireWithin(wish.entry().plannedOn(), "/entry/plannedOn");
        }
        if (wish.plannedOn() != null) {
            plan.requireWithin(wish.plannedOn(), "/plannedOn");
        }
        var entry =
                added ? PlanEntry.of(plan.id(), wish.entry(), PlanEntry.State.PROPOSED) : file.entry(wish.entryId());
        var change = PlanChange.proposed(plan.id(), wish.kind(), entry, wish.plannedOn(), wish.reason(), command);
        var entries = new ArrayList<>(file.entries());
        var changes = new ArrayList<>(file.changes());
        changes.add(change);
        if (added) {
            entries.add(entry);
        }
        var outcome = Outcome.about(new PlanFile(plan, List.copyOf(entries), List.copyOf(changes)))
                .updating(plan)
                .inserting(change)
                .opening(APPROVE_CHANGE.name(), Assignee.holders(CHIEF_LEADER), null)
                .announcing("changeProposed", Priority.ACTION, command.now());
        return added ? outcome.inserting(entry) : outcome;
    }

    private static Outcome<PlanFile> decided(
            PlanFile file, boolean approve, @Nullable String opinion, Command command) {
        var move = approve ? APPROVE_CHANGE : REFUSE_CHANGE;
        var plan = file.plan().take(move, file.plan().title(), command);
        var pending = file.pending();
        var verdict = approve ? PlanChange.Status.APPROVED : PlanChange.Status.REFUSED;
        var change = pending.decided(verdict, opinion, command);
        var before = file.entries().stream()
                .filter(entry -> entry.id().equals(pending.entryId()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var after = pending.appliedTo(before, verdict);
        var entries = new ArrayList<>(file.entries());
        entries.replaceAll(entry -> entry.id().equals(after.id()) ? after : entry);
        var changes = new ArrayList<>(file.changes());
        changes.replaceAll(one -> one.id().equals(change.id()) ? change : one);
        var next = new PlanFile(plan, List.copyOf(entries), List.copyOf(changes));
        var outcome = Outcome.about(next)
                .updating(plan)
                .updating(change)
                .closing(APPROVE_CHANGE.name())
                .announcing(Event.of(approve ? "changed" : "changeRefused", Priority.INFO, next, command.now())
                        .to(Set.of(pending.proposedById())));
        return after == before ? outcome : outcome.updating(after);
    }

    private Mono<Void> require(Wish wish, Command command) {
        var entry = wish.entry();
        return entry == null
                ? Mono.empty()
                : objects.require(entry.objectUnitIds(), "/entry/objectUnitIds", command.now())
                        .then(leads.require(entry.leadId()));
    }
}
