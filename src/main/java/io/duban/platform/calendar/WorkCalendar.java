package io.duban.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which days are worked: the plain week, corrected by the State Council's notice of each year.
 *
 * @param marks days that differ from the plain week
 * @param versions the years whose notice is loaded, each with its version
 */
record WorkCalendar(Map<LocalDate, DayKind> marks, Map<Integer, String> versions) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The days 放假办法 (2024) fixes by the sun; those it fixes by the moon are only known from the notice. */
    static final Set<MonthDay> STATUTORY = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    WorkCalendar {
        marks = Map.copyOf(marks);
        versions = Map.copyOf(versions);
    }

    DayKind kindOf(LocalDate day) {
        DayKind mark = marks.get(day);
        if (mark != null) {
            return mark;
        }
        // Without this, an unloaded year would take 1 January for a working day.
        if (!versions.containsKey(day.getYear()) && STATUTORY.contains(MonthDay.from(day))) {
            return DayKind.STATUTORY;
        }
        return WEEKEND.contains(day.getDayOfWeek()) ? DayKind.WEEKEND : DayKind.ORDINARY;
    }

    boolean isWorking(LocalDate day) {
        return kindOf(day).isWorking();
    }

    /** The nth working day strictly after {@code day}. */
    LocalDate after(LocalDate day, int nth) {
        return walk(day, nth, 1);
    }

    /** The nth working day strictly before {@code day}. */
    LocalDate before(LocalDate day, int nth) {
        return walk(day, nth, -1);
    }

    /** {@code day} itself when it is worked, else the next day that is. */
    LocalDate onOrAfter(LocalDate day) {
        return isWorking(day) ? day : after(day, 1);
    }

    /** Working days after {@code from} up to and including {@code to}. */
    long workingDaysBetween(LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorking)
                .count();
    }

    /** Whether a count over these days, both included, rests on a year without notice. */
    boolean isProvisional(LocalDate from, LocalDate to) {
        return !versions.keySet().containsAll(years(from, to).boxed().collect(Collectors.toSet()));
    }

    /** The versions of the years from one day to another, such as {@code 2026.1+2027.0}; 0 says "no notice yet". */
    String versionOver(LocalDate from, LocalDate to) {
        return years(from, to)
                .mapToObj(year -> versions.getOrDefault(year, year + ".0"))
                .collect(Collectors.joining("+"));
    }

    private static IntStream years(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear());
    }

    private LocalDate walk(LocalDate from, int workingDays, int direction) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(direction);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }
}
