package io.duban.platform.calendar;

import io.duban.platform.problem.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The holidays of a year as the State Council arranges them: which days are off, and which weekend days are worked in exchange.
 *
 * @param off days off, also those at a weekend
 * @param work weekend days that are worked
 */
public record Arrangement(int year, Set<LocalDate> off, Set<LocalDate> work) {

    /** No notice has ever given more days in a row than ten; more than this is a slip of the pen, and would put off every open deadline. */
    private static final int LONGEST = 15;

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public Arrangement {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    /** Days off in a row, both included. */
    public record Holiday(LocalDate first, LocalDate last) {}

    /**
     * The arrangement as a notice gives it.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} naming the member: a day outside the year, a day off twice, a holiday that ends before it begins or is longer than {@value #LONGEST} days,
     *     a worked day that is one anyway or that is off, a day missing that 放假办法 (2024) fixes
     */
    public static Arrangement of(int year, List<Holiday> holidays, List<LocalDate> work) {
        var off = new TreeSet<LocalDate>();
        for (int place = 0; place < holidays.size(); place++) {
            add(holidays.get(place), "/off/" + place, year, off);
        }
        var worked = new TreeSet<LocalDate>();
        for (int place = 0; place < work.size(); place++) {
            var day = work.get(place);
            var at = "/work/" + place;
            requireIn(year, day, at);
            require(off.contains(day), at, day, "既放假又上班。", "is both off and worked.");
            require(!WEEKEND.contains(day.getDayOfWeek()), at, day, "本来就是工作日，不是调休。", "is a working day anyway.");
            require(!worked.add(day), at, day, "重复。", "is named twice.");
        }
        fixed(year)
                .forEach(day -> require(
                        !off.contains(day), "/off", day, "是法定节假日，须放假。", "is a statutory holiday and must be off."));
        return new Arrangement(year, off, worked);
    }

    /** What a year is supposed to be before its notice is loaded: weekends, and the days that the law fixes by the sun. */
    public static Arrangement supposed(int year) {
        return new Arrangement(year, new TreeSet<>(fixed(year)), Set.of());
    }

    /** How many days of the year are worked. */
    public long workingDays() {
        return Year.of(year)
                .atDay(1)
                .datesUntil(Year.of(year + 1).atDay(1))
                .filter(day -> work.contains(day) || !WEEKEND.contains(day.getDayOfWeek()) && !off.contains(day))
                .count();
    }

    private static void add(Holiday holiday, String at, int year, Set<LocalDate> off) {
        requireIn(year, holiday.first(), at + "/first");
        requireIn(year, holiday.last(), at + "/last");
        require(
                holiday.last().isBefore(holiday.first()),
                at + "/last",
                holiday.last(),
                "早于开始日期。",
                "is before its beginning.");
        require(
                !holiday.last().isBefore(holiday.first().plusDays(LONGEST)),
                at + "/last",
                holiday.last(),
                "使连续放假超过%d天，请核对。".formatted(LONGEST),
                "makes more than %d days off in a row.".formatted(LONGEST));
        holiday.first()
                .datesUntil(holiday.last().plusDays(1))
                .forEach(day -> require(!off.add(day), at, day, "重复放假。", "is off twice."));
    }

    private static List<LocalDate> fixed(int year) {
        return WorkCalendar.STATUTORY.stream()
                .map(day -> day.atYear(year))
                .sorted()
                .toList();
    }

    private static void requireIn(int year, LocalDate day, String pointer) {
        require(day.getYear() != year, pointer, day, "不在这一年。", "is not in this year.");
    }

    private static void require(boolean wrong, String pointer, LocalDate day, String chinese, String english) {
        if (wrong) {
            throw Refusal.invalid(pointer, day + chinese, day + " " + english);
        }
    }
}
