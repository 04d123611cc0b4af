package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parent and the tickets that one command merged into it; what is said of the family is said of the parent. */
record MergedFamily(HotlineTicket parent, List<HotlineTicket> children) implements Subject {

    @Override
    public UUID id() {
        return parent.id();
    }

    @Override
    public long version() {
        return parent.version();
    }

    @Override
    public String subjectType() {
        return parent.subjectType();
    }

    @Override
    public String title() {
        return parent.title();
    }

    @Override
    public String state() {
        return parent.state();
    }

    @Override
    public Audience audience() {
        return parent.audience();
    }

    @Override
    public @Nullable Instant dueAt() {
        return parent.dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return parent.light(now);
    }
}
