package io.duban.hotline.figures;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What an exchange counted on one day.
 *
 * @param source a partner's name for itself, or {@link #OFFICE}
 * @param sourceVersion the newest of a day counts
 * @param offered calls that came in
 * @param connected calls an agent took
 */
@Table("hotline_call_day")
record CallDay(
        @Id UUID id,
        long version,
        String source,
        LocalDate day,
        long sourceVersion,
        long offered,
        long connected,
        @Column("answered_in_15s") long answeredWithin15Seconds,
        UUID importedBy,
        Instant importedAt)
        implements Subject {

    static final String OFFICE = "OFFICE";

    boolean tellsTheSameAs(CallDay other) {
        return offered == other.offered
                && connected == other.connected
                && answeredWithin15Seconds == other.answeredWithin15Seconds;
    }

    @Override
    public String subjectType() {
        return "hotline.callDay";
    }

    @Override
    public String title() {
        return "%s 话务数据".formatted(day);
    }

    @Override
    public String state() {
        return "IMPORTED";
    }

    @Override
    public Audience audience() {
        return new Audience("stats:dashboard", Set.of(), Set.of(importedBy));
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
