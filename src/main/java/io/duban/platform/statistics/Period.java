package io.duban.platform.statistics;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days of the office's zone.
 *
 * @param from the first day
 * @param to the day after the last
 */
public record Period(LocalDate from, LocalDate to) {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_YEARS = 10;

    /** @throws Refusal {@code E_GEN_VALIDATION} when it is empty, or longer than ten years */
    public static Period of(LocalDate from, LocalDate to) {
        if (!from.isBefore(to) || from.plusYears(MOST_YEARS).isBefore(to)) {
            throw Refusal.invalid(
                    "to", "截止日期须晚于起始日期,且不超过十年。", "The period ends after it begins, and within ten years.");
        }
        return new Period(from, to);
    }

    /** The first instant. */
    public Instant start() {
        return from.atStartOfDay(OFFICE).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return to.atStartOfDay(OFFICE).toInstant();
    }

    /** Whether it is nothing but whole calendar months. */
    public boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
    }

    /** The one just before (上期): as many months, where it is whole months, else as many days. */
    public Period previous() {
        var months = ChronoUnit.MONTHS.between(from, to);
        return isWholeMonths()
                ? new Period(from.minusMonths(months), from)
                : new Period(from.minusDays(ChronoUnit.DAYS.between(from, to)), from);
    }

    /** The same dates one year before (上年同期). */
    public Period lastYear() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }
}
