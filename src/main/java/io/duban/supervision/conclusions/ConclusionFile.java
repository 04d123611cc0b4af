package io.duban.supervision.conclusions;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conclusion with all that hangs on it: the evidence, findings and items of its present round, and every objection. */
record ConclusionFile(
        InspectionConclusion conclusion,
        List<ConclusionEvidence> evidence,
        List<ObjectFinding> findings,
        List<RectificationItem> items,
        List<ConclusionObjection> objections)
        implements Subject {

    ConclusionFile with(InspectionConclusion changed) {
        return new ConclusionFile(changed, evidence, findings, items, objections);
    }

    ConclusionFile with(List<ObjectFinding> issued, List<RectificationItem> ordered) {
        return new ConclusionFile(conclusion, evidence, issued, ordered, objections);
    }

    @Override
    public UUID id() {
        return conclusion.id();
    }

    @Override
    public long version() {
        return conclusion.version();
    }

    @Override
    public String subjectType() {
        return conclusion.subjectType();
    }

    @Override
    public String title() {
        return conclusion.title();
    }

    @Override
    public String state() {
        return conclusion.state();
    }

    @Override
    public Audience audience() {
        return conclusion.audience();
    }

    @Override
    public @Nullable Instant dueAt() {
        return conclusion.dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return conclusion.light(now);
    }
}
