package io.duban.supervision.plans;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** One inspection the plan provides for. */
@Table("inspection_plan_entry")
record PlanEntry(
        @Id UUID id,
        long version,
        UUID planId,
        @Embedded.Empty Content content,
        State state) implements Versioned {

    /**
     * What is planned.
     *
     * @param kind of supervision, by its name
     * @param subject what it is about, without personal data
     * @param plannedOn the day, or the first of the month when only that is planned
     */
    record Content(
            String kind, String subject, String scope, Set<UUID> objectUnitIds, LocalDate plannedOn, UUID leadId) {

        Content movedTo(LocalDate day) {
            return new Content(kind, subject, scope, objectUnitIds, day, leadId);
        }
    }

    /** Whether the plan provides for it. */
    enum State {
        PLANNED,
        /** A change that is not decided yet would add it. */
        PROPOSED,
        DROPPED
    }

    static PlanEntry of(UUID plan, Content content, State state) {
        return new PlanEntry(UuidCreator.getTimeOrderedEpoch(), 1, plan, content, state);
    }

    PlanEntry in(State now) {
        return new PlanEntry(id, version + 1, planId, content, now);
    }

    PlanEntry movedTo(LocalDate day) {
        return new PlanEntry(id, version + 1, planId, content.movedTo(day), state);
    }
}
