package io.duban.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every trigger from 2025, which is loaded, to 2027, which is not. */
class WorkingTimePropertyTests {

    private static final Instant START = Notices.at("2025-01-01T00:00");
    private static final int MINUTES = 3 * 365 * 24 * 60;

    private final WorkingTime working = new WorkingTime(Notices.BOTH, OfficeHours.USUAL);

    @Property
    void workingDaysEndOnAWorkingDay(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 90) int amount) {
        Instant due = due(minute, DeadlineUnit.WORKING_DAY, amount);

        assertThat(Notices.BOTH.isWorking(WorkingTime.dayEndingAt(due))).isTrue();
    }

    @Property
    void countingTheDaysGivesTheAmountAgain(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 90) int amount) {
        LocalDate last = WorkingTime.dayEndingAt(due(minute, DeadlineUnit.WORKING_DAY, amount));

        assertThat(Notices.BOTH.workingDaysBetween(WorkingTime.dayOf(trigger(minute)), last))
                .isEqualTo(amount);
    }

    @Property
    void moreIsNeverDueEarlier(
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll DeadlineUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        assertThat(due(minute, unit, amount + 1)).isAfterOrEqualTo(due(minute, unit, amount));
        assertThat(due(minute + 1, unit, amount)).isAfterOrEqualTo(due(minute, unit, amount));
    }

    @Property
    void nothingIsDueOrWarnedBeforeItBegins(
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll DeadlineUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        var period = Notices.ARITHMETIC.from(trigger(minute), Notices.rule(unit, amount));

        assertThat(period.warnAt()).isBetween(trigger(minute), period.dueAt());
        assertThat(period.dueAt()).isAfter(trigger(minute));
    }

    @Property
    void daysOfAnyKindNeverEndOnADayOff(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 12) int amount) {
        for (DeadlineUnit unit : new DeadlineUnit[] {DeadlineUnit.NATURAL_DAY, DeadlineUnit.NATURAL_MONTH}) {
            assertThat(Notices.BOTH.isWorking(WorkingTime.dayEndingAt(due(minute, unit, amount))))
                    .isTrue();
        }
    }

    @Property
    void workingHoursEndInsideOfficeHours(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 40) int amount) {
        assertThat(isOpenUntil(due(minute, DeadlineUnit.WORKING_HOUR, amount))).isTrue();
    }

    @Property(tries = 200)
    void countingTheOpenMinutesGivesTheAmountAgain(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 20) int amount) {
        assertThat(openMinutes(trigger(minute), due(minute, DeadlineUnit.WORKING_HOUR, amount)))
                .isEqualTo(amount * 60L);
    }

    @Property(tries = 200)
    void steppingBackCrossesTheSameOfficeTime(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 600) int minutes) {
        Instant back = working.minus(trigger(minute), Duration.ofMinutes(minutes));

        assertThat(openMinutes(back, trigger(minute))).isEqualTo(minutes);
    }

    @Property
    void steppingBackCrossesTheSameDays(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 1, max = 20) int days) {
        LocalDate back = WorkingTime.dayEndingAt(working.minusDays(trigger(minute), days));

        assertThat(Notices.BOTH.workingDaysBetween(back, WorkingTime.dayEndingAt(trigger(minute))))
                .isEqualTo(days);
    }

    @Property
    void aCoHandlerAskedInTimeIsDueBeforeTheHost(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll @IntRange(min = 2, max = 60) int amount) {
        var hostRule = Notices.rule(DeadlineUnit.WORKING_DAY, amount);
        Instant hostDue = due(minute, DeadlineUnit.WORKING_DAY, amount);

        var share = Notices.ARITHMETIC.sharedFrom(trigger(minute), hostRule, trigger(minute), hostDue);

        assertThat(share.dueAt()).isBeforeOrEqualTo(working.minusDays(hostDue, 1));
        assertThat(share.dueAt()).isAfter(trigger(minute));
    }

    @Property
    void standingStillNeverShortensAndTwiceInARowIsOnceForAsLong(
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll DeadlineUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(max = 60_000) int after,
            @ForAll @IntRange(max = 60_000) int first,
            @ForAll @IntRange(max = 60_000) int second) {
        var rule = Notices.rule(unit, amount);
        Instant due = due(minute, unit, amount);
        Instant suspended = trigger(minute + after);
        Instant between = suspended.plus(Duration.ofMinutes(first));
        Instant end = between.plus(Duration.ofMinutes(second));

        Instant once = Notices.ARITHMETIC.lengthened(due, suspended, end, rule);
        Instant twice = Notices.ARITHMETIC.lengthened(
                Notices.ARITHMETIC.lengthened(due, suspended, between, rule), between, end, rule);

        assertThat(once).isAfterOrEqualTo(due);
        assertThat(twice).isAfterOrEqualTo(once);
        if (!unit.countsDays() || unit == DeadlineUnit.WORKING_DAY) {
            // Days of any kind roll over days off, each time they are counted.
            assertThat(twice).isEqualTo(once);
        }
        assertThat(Notices.ARITHMETIC.lengthened(due, suspended, suspended, rule))
                .isEqualTo(due);
    }

    @Property
    void whatIsLeftOfWorkingDaysIsLeftWhenItGoesOn(
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(max = 20_000) int after,
            @ForAll @IntRange(max = 60_000) int stood) {
        Instant due = due(minute, DeadlineUnit.WORKING_DAY, amount);
        Instant suspended = WorkingTime.earlier(trigger(minute + after), due);
        Instant goesOn = suspended.plus(Duration.ofMinutes(stood));

        Instant later =
                Notices.ARITHMETIC.lengthened(due, suspended, goesOn, Notices.rule(DeadlineUnit.WORKING_DAY, amount));

        assertThat(left(goesOn, later)).isEqualTo(left(suspended, due));
    }

    private static long left(Instant now, Instant due) {
        LocalDate today = WorkingTime.dayOf(now);
        LocalDate last = WorkingTime.dayEndingAt(due);
        return last.isBefore(today) ? 0 : Notices.BOTH.workingDaysBetween(today, last);
    }

    private static Instant trigger(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Instant due(int minute, DeadlineUnit unit, int amount) {
        return Notices.ARITHMETIC
                .from(trigger(minute), Notices.rule(unit, amount))
                .dueAt();
    }

    /** Counted minute by minute, by the plainest means there are. */
    private static long openMinutes(Instant from, Instant to) {
        long open = 0;
        for (Instant end = from.plusSeconds(60); !end.isAfter(to); end = end.plusSeconds(60)) {
            open += isOpenUntil(end) ? 1 : 0;
        }
        return open;
    }

    private static boolean isOpenUntil(Instant end) {
        LocalTime time = LocalTime.ofInstant(end, WorkCalendar.ZONE);
        boolean morning = time.isAfter(LocalTime.of(8, 30)) && !time.isAfter(LocalTime.of(12, 0));
        boolean afternoon = time.isAfter(LocalTime.of(14, 30)) && !time.isAfter(LocalTime.of(17, 30));
        return (morning || afternoon) && Notices.BOTH.isWorking(WorkingTime.dayEndingAt(end));
    }
}
