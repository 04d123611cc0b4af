package io.duban.supervision.plans;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan with its entries and with what was changed of it. */
record PlanFile(InspectionPlan plan, List<PlanEntry> entries, List<PlanChange> changes) implements Subject {

    PlanEntry entry(UUID entryId) {
        return entries.stream()
                .filter(entry -> entry.id().equals(entryId) && entry.state() == PlanEntry.State.PLANNED)
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("/entryId", "计划中没有这一条目,或已撤出计划。", "The plan has no such entry any more."));
    }

    /** The change that waits for a decision. */
    PlanChange pending() {
        return changes.stream()
                .filter(change -> change.status() == PlanChange.Status.PROPOSED)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @Override
    public UUID id() {
        return plan.id();
    }

    @Override
    public long version() {
        return plan.version();
    }

    @Override
    public String subjectType() {
        return "supervision.plan";
    }

    @Override
    public String title() {
        return plan.title();
    }

    @Override
    public String state() {
        return plan.status().name();
    }

    @Override
    public Audience audience() {
        return new Audience("supervision:read", plan.unitIds(), plan.participantIds());
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
