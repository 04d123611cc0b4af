package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as the contract writes them: with +08:00 and milliseconds. */
@Component
public class Times {

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** The instant in the office's zone; null stays null. */
    public @Nullable OffsetDateTime toContract(@Nullable Instant instant) {
        return instant == null
                ? null
                : instant.truncatedTo(ChronoUnit.MILLIS).atZone(OFFICE).toOffsetDateTime();
    }

    /**
     * The instant, to the microsecond, as PostgreSQL keeps it.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} outside of 1949 to 2100: what lies beyond is a slip of the hand
     */
    public @Nullable Instant toDomain(@Nullable OffsetDateTime time) {
        if (time != null && (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_VALIDATION, "时间须在 1949 年至 2100 年之间。", "A time lies between 1949 and 2100.");
        }
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
