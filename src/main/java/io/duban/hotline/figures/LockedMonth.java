package io.duban.hotline.figures;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How a month stood when it was locked, kept so that nobody has to believe a recomputation.
 *
 * @param month its first day
 * @param figures all measures of the whole district and of its units, as JSON
 */
@Table("hotline_locked_month")
record LockedMonth(@Id UUID id, long version, LocalDate month, Instant lockedAt, Instant recordedAt, Json figures)
        implements Subject {

    @Override
    public String subjectType() {
        return "hotline.lockedMonth";
    }

    @Override
    public String title() {
        return "%d 年 %d 月热线指标".formatted(month.getYear(), month.getMonthValue());
    }

    @Override
    public String state() {
        return "LOCKED";
    }

    @Override
    public Audience audience() {
        return new Audience("stats:dashboard", Set.of(), Set.of());
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
