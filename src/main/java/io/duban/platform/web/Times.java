package io.duban.platform.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as the contract writes them: with +08:00 and milliseconds. */
@Component
public class Times {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** The instant in the office's zone; null stays null. */
    public @Nullable OffsetDateTime toContract(@Nullable Instant instant) {
        return instant == null
                ? null
                : instant.truncatedTo(ChronoUnit.MILLIS).atZone(OFFICE).toOffsetDateTime();
    }

    public @Nullable Instant toDomain(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
