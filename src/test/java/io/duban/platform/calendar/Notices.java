package io.duban.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/** The holiday notices of 2025 and 2026, typed once more, so that the migration is checked against something. */
final class Notices {

    static final WorkCalendar BOTH = new WorkCalendar(marks(), Map.of(2025, "2025.1", 2026, "2026.1"));

    static final DeadlineArithmetic ARITHMETIC = new DeadlineArithmetic(BOTH, OfficeHours.USUAL);

    private Notices() {}

    static DeadlineRule rule(DeadlineUnit unit, int amount) {
        return rule(unit, amount, unit.countsDays() ? CutOff.END_OF_DAY : CutOff.NONE);
    }

    static DeadlineRule rule(DeadlineUnit unit, int amount, CutOff cutOff) {
        return new DeadlineRule("TEST", 1, "办理", unit, amount, cutOff, "测试");
    }

    /** Local time in the office; {@code T24:00} is the midnight that ends the day. */
    static Instant at(String local) {
        LocalDateTime time = local.endsWith("T24:00")
                ? LocalDate.parse(local.substring(0, 10)).plusDays(1).atStartOfDay()
                : LocalDateTime.parse(local);
        return time.atZone(WorkCalendar.ZONE).toInstant();
    }

    private static Map<LocalDate, DayKind> marks() {
        Map<LocalDate, DayKind> marks = new HashMap<>();
        off(marks, "2025-01-01");
        off(marks, "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31");
        off(marks, "2025-02-01", "2025-02-02", "2025-02-03", "2025-02-04");
        off(marks, "2025-04-04", "2025-04-05", "2025-04-06");
        off(marks, "2025-05-01", "2025-05-02", "2025-05-03", "2025-05-04", "2025-05-05");
        off(marks, "2025-05-31", "2025-06-01", "2025-06-02");
        off(marks, "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-04");
        off(marks, "2025-10-05", "2025-10-06", "2025-10-07", "2025-10-08");
        work(marks, "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11");
        off(marks, "2026-01-01", "2026-01-02", "2026-01-03");
        off(marks, "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19");
        off(marks, "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23");
        off(marks, "2026-04-04", "2026-04-05", "2026-04-06");
        off(marks, "2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05");
        off(marks, "2026-06-19", "2026-06-20", "2026-06-21");
        off(marks, "2026-09-25", "2026-09-26", "2026-09-27");
        off(marks, "2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04");
        off(marks, "2026-10-05", "2026-10-06", "2026-10-07");
        work(marks, "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        return marks;
    }

    private static void off(Map<LocalDate, DayKind> marks, String... days) {
        for (String day : days) {
            marks.put(LocalDate.parse(day), DayKind.HOLIDAY);
        }
    }

    private static void work(Map<LocalDate, DayKind> marks, String... days) {
        for (String day : days) {
            marks.put(LocalDate.parse(day), DayKind.MADE_UP);
        }
    }
}
