package io.duban.supervision.plans;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.plans.PlanMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.authority.SupervisedObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The year's plan from its draft to the chief leader's word. */
@Component
class Planning {

    private final PlanFiles files;
    private final PlanLeads leads;
    private final SupervisedObjects objects;

    Planning(PlanFiles files, PlanLeads leads, SupervisedObjects objects) {
        this.files = files;
        this.leads = leads;
        this.objects = objects;
    }

    Mono<Outcome<PlanFile>> draft(int year, String title, List<PlanEntry.Content> contents, Command command) {
        return Mono.fromSupplier(() -> InspectionPlan.drafted(year, title, command))
                .delayUntil(plan -> require(contents, command))
                .map(plan -> new PlanFile(plan, entries(plan, contents), List.of()))
                .map(file -> inserting(Outcome.about(file).inserting(file.plan()), file.entries())
                        .opening(SUBMIT_PLAN.name(), Assignee.person(file.plan().draftedById()), null)
                        .announcing("drafted", Priority.INFO, command.now()));
    }

    /** Takes entries out of a draft and puts others in. */
    Mono<Outcome<PlanFile>> amend(
            UUID planId, String title, List<PlanEntry.Content> more, List<UUID> dropped, Command command) {
        return files.require(planId, command.access().reach())
                .delayUntil(file -> require(more, command))
                .map(file -> amended(file, title, more, dropped, command));
    }

    Mono<Outcome<PlanFile>> submit(UUID planId, Command command) {
        return taken(SUBMIT_PLAN, planId, command)
                .map(outcome -> outcome.closing(SUBMIT_PLAN.name())
                        .opening(APPROVE_PLAN.name(), Assignee.holders(CHIEF_LEADER), null)
                        .announcing("submitted", Priority.ACTION, command.now()));
    }

    Mono<Outcome<PlanFile>> approve(UUID planId, Command command) {
        return taken(APPROVE_PLAN, planId, command)
                .map(outcome ->
                        outcome.closing(APPROVE_PLAN.name()).announcing("approved", Priority.INFO, command.now()));
    }

    Mono<Outcome<PlanFile>> returnToDraft(UUID planId, @Nullable String opinion, Command command) {
        if (opinion == null || opinion.isBlank()) {
            return Mono.error(Refusal.invalid("/opinion", "退回须写明意见。", "Say why it is returned."));
        }
        return taken(RETURN_PLAN, planId, command)
                .map(outcome -> outcome.closing(APPROVE_PLAN.name())
                        .opening(
                                SUBMIT_PLAN.name(),
                                Assignee.person(outcome.subject().plan().draftedById()),
                                null)
                        .announcing("returned", Priority.ACTION, command.now()));
    }

    private Mono<Outcome<PlanFile>> taken(PlanMove move, UUID planId, Command command) {
        return files.require(planId, command.access().reach())
                .doOnNext(file -> requireEntries(move, file))
                .map(file -> new PlanFile(
                        file.plan().take(move, file.plan().title(), command), file.entries(), file.changes()))
                .map(file -> Outcome.about(file).updating(file.plan()));
    }

    private static void requireEntries(PlanMove move, PlanFile file) {
        if (move == SUBMIT_PLAN
                && file.entries().stream().noneMatch(entry -> entry.state() == PlanEntry.State.PLANNED)) {
            throw Refusal.invalid("/entries", "计划没有条目,不能报批。", "A plan without entries is not put up.");
        }
    }

    private static Outcome<PlanFile> amended(
            PlanFile file, String title, List<PlanEntry.Content> more, List<UUID> dropped, Command command) {
        var plan = file.plan().take(AMEND_PLAN, title, command);
        var out = dropped.stream()
                .map(id -> file.entry(id).in(PlanEntry.State.DROPPED))
                .toList();
        var in = entries(plan, more);
        var all = new ArrayList<>(file.entries());
        all.replaceAll(entry -> out.stream()
                .filter(gone -> gone.id().equals(entry.id()))
                .findFirst()
                .orElse(entry));
        all.addAll(in);
        var outcome = Outcome.about(new PlanFile(plan, List.copyOf(all), file.changes()))
                .updating(plan);
        out.forEach(outcome::updating);
        return inserting(outcome, in).announcing("amended", Priority.INFO, command.now());
    }

    private static Outcome<PlanFile> inserting(Outcome<PlanFile> outcome, List<PlanEntry> entries) {
        entries.forEach(outcome::inserting);
        return outcome;
    }

    private static List<PlanEntry> entries(InspectionPlan plan, List<PlanEntry.Content> contents) {
        contents.forEach(content -> plan.requireWithin(content.plannedOn(), "/entries"));
        return contents.stream()
                .map(content -> PlanEntry.of(plan.id(), content, PlanEntry.State.PLANNED))
                .toList();
    }

    private Mono<Void> require(List<PlanEntry.Content> contents, Command command) {
        return Flux.fromIterable(contents)
                .concatMap(content -> objects.require(content.objectUnitIds(), "/entries", command.now())
                        .then(leads.require(content.leadId())))
                .then();
    }
}
