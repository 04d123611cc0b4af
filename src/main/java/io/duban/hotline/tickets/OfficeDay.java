package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days as the office counts them. */
final class OfficeDay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private OfficeDay() {}

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The day that something due then is due on: midnight is 24:00 of the day before. */
    static LocalDate due(Instant end) {
        return of(end.minusNanos(1));
    }

    /** 24:00. */
    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at the pointer for a day before today */
    static void requireNotPast(LocalDate day, String pointer, Instant now) {
        if (day.isBefore(of(now))) {
            throw Refusal.invalid(pointer, "日期不能早于今天。", "The date is not before today.");
        }
    }
}
