package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A paper the year's plan lets a unit draft (发文立项). */
@Table("issue_plan_entry")
record IssuePlanEntry(
        @Id UUID id,
        long version,
        int year,
        UUID unitId,
        String title,
        String reason,
        UUID enteredBy,
        Instant enteredAt)
        implements Versioned, Subject {

    /** What is entered. */
    record Entry(int year, UUID unitId, String title, String reason) {}

    static IssuePlanEntry of(Entry entry, Command command) {
        return new IssuePlanEntry(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                entry.year(),
                entry.unitId(),
                entry.title(),
                entry.reason(),
                command.officer().id(),
                command.now());
    }

    @Override
    public String subjectType() {
        return "document.issuePlan";
    }

    @Override
    public String state() {
        return "ENTERED";
    }

    @Override
    public Audience audience() {
        return new Audience("doc:list", Set.of(unitId), Set.of(unitId));
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
