package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.DeadlineChange.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An open clock is counted again from its trigger when the calendar changes. */
class RecounterTests {

    private static final Instant START = at("2026-01-01T00:00");
    private static final int MINUTES = 300 * 24 * 60;

    private static final DeadlineRule FIVE_DAYS = Notices.rule(DeadlineUnit.WORKING_DAY, 5);
    private static final DeadlineRule THREE_MONTHS = Notices.rule(DeadlineUnit.NATURAL_MONTH, 3);

    /** The 9th of October becomes a day off. */
    private static final WorkCalendar LONGER = revised("2026.2", Map.of("2026-10-09", DayKind.HOLIDAY));

    /** The 7th of October is worked after all. */
    private static final WorkCalendar SHORTER = without("2026.2", "2026-10-07");

    @Test
    void aProvisionalDateLosesItsMarkWhenTheYearIsLoaded() {
        var clock = started("2026-11-30T10:00", THREE_MONTHS);
        assertThat(clock.provisional()).isTrue();
        assertThat(clock.currentDueAt()).isEqualTo(at("2027-03-01T24:00"));
        var marks = new HashMap<>(Notices.BOTH.marks());
        marks.put(LocalDate.parse("2027-03-01"), DayKind.HOLIDAY);
        var loaded = new WorkCalendar(marks, Map.of(2026, "2026.1", 2027, "2027.1"));

        var recount = recounted(open(clock), loaded);

        assertThat(recount.kind()).isEqualTo(Kind.RECOMPUTED);
        assertThat(recount.dueAt()).isEqualTo(at("2027-03-02T24:00"));
        assertThat(recount.originalDueAt()).isEqualTo(at("2027-03-02T24:00"));
        assertThat(recount.calendarVersion()).isEqualTo("2026.1+2027.1");
        assertThat(recount.provisional()).isFalse();
    }

    @Test
    void aDateThatStaysIsSimplyOfTheNewCalendar() {
        var recount = recounted(open(started("2026-11-02T10:00", FIVE_DAYS)), LONGER);

        assertThat(recount.kind()).isNull();
        assertThat(recount.shorter()).isNull();
        assertThat(recount.calendarVersion()).isEqualTo("2026.2");
        assertThat(recount.isByAnotherCalendar()).isTrue();
    }

    @Test
    void aLateHolidayLengthensAtOnce() {
        var recount = recounted(open(started("2026-09-30T10:00", FIVE_DAYS)), LONGER);

        assertThat(recount.kind()).isEqualTo(Kind.RECOMPUTED);
        assertThat(recount.dueAt()).isEqualTo(at("2026-10-14T24:00"));
        assertThat(recount.warnAt()).isEqualTo(at("2026-10-13T24:00"));
    }

    @Test
    void aShorterDateWaitsForADecisionAndSaysWhichYearItIsOf() {
        var recount = recounted(open(started("2026-09-30T10:00", FIVE_DAYS)), SHORTER);

        assertThat(recount.kind()).isNull();
        assertThat(recount.dueAt()).isEqualTo(at("2026-10-13T24:00"));
        assertThat(recount.calendarVersion()).isEqualTo("2026.1");
        assertThat(recount.checkedVersion()).isEqualTo("2026.2");
        assertThat(recount.shorter())
                .isEqualTo(new Recount.Shorter(
                        at("2026-10-12T24:00"), at("2026-10-10T24:00"), at("2026-10-12T24:00"), 2026));
    }

    @Test
    void aGivenDateIsNotTheCalendars() {
        var given = started("2026-09-30T10:00", FIVE_DAYS).given(at("2026-10-09T12:00"));

        assertThat(recounted(open(given), LONGER).dueAt()).isEqualTo(at("2026-10-09T12:00"));
        assertThat(recounted(open(given), LONGER).kind()).isNull();
        assertThat(recounted(open(given), SHORTER).shorter()).isNull();
    }

    @Test
    void aCoHandlersDateFollowsItsHosts() {
        var host = started("2026-09-30T10:00", FIVE_DAYS);
        var share = Notices.ARITHMETIC.sharedFrom(host.triggerAt(), FIVE_DAYS, host.triggerAt(), host.currentDueAt());
        var clock = clock("2026-09-30T10:00", share);

        var recount = recounted(
                new OpenClock(
                        clock, null, List.of(), new OpenClock.Host(host.triggerAt(), at("2026-10-14T24:00"), false)),
                LONGER);

        assertThat(clock.currentDueAt()).isEqualTo(at("2026-10-10T24:00"));
        assertThat(recount.dueAt()).isEqualTo(at("2026-10-12T24:00"));
        assertThat(recounted(open(clock), LONGER).dueAt())
                .as("without its host there is nothing to count from")
                .isEqualTo(clock.currentDueAt());
    }

    @Test
    void aDateInsideAnOuterOneIsCountedBackFromThatAgain() {
        var outer = at("2026-10-12T24:00");
        var inner = Notices.ARITHMETIC.inside(outer, at("2026-09-30T10:00"), FIVE_DAYS);
        var clock = derived("2026-09-30T10:00", inner, outer);

        assertThat(clock.currentDueAt()).isEqualTo(at("2026-10-10T24:00"));
        var saturday = recounted(open(clock), without("2026.2", "2026-10-10"));
        assertThat(saturday.shorter()).isNotNull();
        assertThat(saturday.shorter().dueAt()).isEqualTo(at("2026-10-09T24:00"));
    }

    @Test
    void anExtensionThatReachesFurtherHoldsAndSuspendedTimeStaysOnTop() {
        var clock = moved(started("2026-09-30T10:00", FIVE_DAYS), "2026-10-20T24:00");
        var extended = change(Kind.EXTENDED, "2026-10-08T09:00", null, "2026-10-13T24:00", "2026-10-20T24:00");
        assertThat(recounted(open(clock, extended), LONGER).kind()).isNull();
        assertThat(recounted(open(clock, extended), SHORTER).shorter()).isNull();

        var resumed = moved(clock, "2026-10-15T24:00");
        var suspended = change(
                Kind.SUSPENDED, "2026-10-10T09:00", at("2026-10-08T09:00"), "2026-10-13T24:00", "2026-10-15T24:00");
        assertThat(recounted(open(resumed, suspended), Notices.BOTH).kind()).isNull();
        // Of the two days that stood still one is off now, and one day more is needed.
        assertThat(recounted(open(resumed, suspended), LONGER).dueAt()).isEqualTo(at("2026-10-15T24:00"));
        assertThat(recounted(open(resumed, suspended), SHORTER).shorter().dueAt())
                .isEqualTo(at("2026-10-14T24:00"));
    }

    @Test
    void aRefusedShorteningKeepsItsDateThroughLaterCalendars() {
        var clock = started("2026-09-30T10:00", FIVE_DAYS);
        var kept = change(Kind.KEPT, "2026-10-08T09:00", null, "2026-10-13T24:00", "2026-10-13T24:00");

        assertThat(recounted(open(clock, kept), SHORTER).shorter()).isNull();
        assertThat(recounted(open(clock, kept), LONGER).dueAt()).isEqualTo(at("2026-10-14T24:00"));
    }

    @Test
    void whatHappenedBeforeItWasPutUnderAnotherRuleIsPast() {
        var clock = started("2026-09-30T10:00", FIVE_DAYS);
        var extended = change(Kind.EXTENDED, "2026-10-05T09:00", null, "2026-10-13T24:00", "2026-11-20T24:00");
        var replaced = change(Kind.REPLACED, "2026-10-06T09:00", null, "2026-11-20T24:00", "2026-10-13T24:00");

        assertThat(recounted(open(clock, extended, replaced), Notices.BOTH).kind())
                .isNull();
    }

    @Property(tries = 400)
    void byTheSameCalendarNothingChanges(
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll DeadlineUnit unit,
            @ForAll @IntRange(min = 1, max = 30) int amount,
            @ForAll @IntRange(max = 20_000) int after,
            @ForAll @IntRange(max = 20_000) int stood,
            @ForAll @IntRange(max = 20) int extension) {
        var rule = Notices.rule(unit, amount);
        var trigger = START.plus(Duration.ofMinutes(minute));
        var clock = clock(trigger, Notices.ARITHMETIC.from(trigger, rule), null);
        var suspendedAt = trigger.plus(Duration.ofMinutes(after));
        var goesOn = suspendedAt.plus(Duration.ofMinutes(stood));
        var changes = new ArrayList<DeadlineChange>();
        var due = clock.currentDueAt();
        if (extension > 0) {
            var until = due.plus(Duration.ofDays(extension));
            changes.add(new DeadlineChange(Kind.EXTENDED, trigger, null, due, until, null));
            due = until;
        }
        var later = Notices.ARITHMETIC.lengthened(due, suspendedAt, goesOn, rule);
        changes.add(new DeadlineChange(Kind.SUSPENDED, goesOn, suspendedAt, due, later, null));

        var recount = recounter(Notices.BOTH, rule).recount(new OpenClock(moved(clock, later), null, changes, null));

        assertThat(recount.kind()).isNull();
        assertThat(recount.shorter()).isNull();
        assertThat(recount.dueAt()).isEqualTo(later);
        assertThat(recount.originalDueAt()).isEqualTo(clock.originalDueAt());
    }

    @Property(tries = 400)
    void oneMoreDayOffNeverShortensWorkingDays(
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(max = 364) int day) {
        var rule = Notices.rule(DeadlineUnit.WORKING_DAY, amount);
        var trigger = START.plus(Duration.ofMinutes(minute));
        var clock = clock(trigger, Notices.ARITHMETIC.from(trigger, rule), null);
        var off = LocalDate.parse("2026-01-01").plusDays(day);

        var recount = recounter(revised("2026.2", Map.of(off.toString(), DayKind.HOLIDAY)), rule)
                .recount(open(clock));

        assertThat(recount.shorter()).isNull();
        assertThat(recount.dueAt()).isAfterOrEqualTo(clock.currentDueAt());
    }

    private static Recount recounted(OpenClock clock, WorkCalendar calendar) {
        var rule = clock.deadline().originalDueAt().isAfter(at("2027-01-01T00:00")) ? THREE_MONTHS : FIVE_DAYS;
        return recounter(calendar, rule).recount(clock);
    }

    private static Recounter recounter(WorkCalendar calendar, DeadlineRule rule) {
        return new Recounter(new Edition("test", calendar, List.of(rule)));
    }

    private static OpenClock open(Deadline deadline, DeadlineChange... changes) {
        return new OpenClock(deadline, null, List.of(changes), null);
    }

    private static Deadline started(String trigger, DeadlineRule rule) {
        return clock(trigger, Notices.ARITHMETIC.from(at(trigger), rule));
    }

    private static Deadline clock(String trigger, DeadlineArithmetic.Period period) {
        return derived(trigger, period, null);
    }

    private static Deadline derived(String trigger, DeadlineArithmetic.Period period, @Nullable Instant outer) {
        return clock(at(trigger), period, outer);
    }

    private static Deadline clock(Instant trigger, DeadlineArithmetic.Period period, @Nullable Instant outer) {
        return new Deadline(
                new UUID(0, 1),
                "test",
                new UUID(0, 2),
                "HANDLE",
                period.rule().ruleId(),
                period.rule().version(),
                period.calendarVersion(),
                trigger,
                period.dueAt(),
                period.dueAt(),
                period.warnAt(),
                period.provisional(),
                null,
                outer);
    }

    private static Deadline moved(Deadline clock, String due) {
        return moved(clock, at(due));
    }

    private static Deadline moved(Deadline clock, Instant due) {
        return new Deadline(
                clock.id(),
                clock.subjectType(),
                clock.subjectId(),
                clock.step(),
                clock.ruleId(),
                clock.ruleVersion(),
                clock.calendarVersion(),
                clock.triggerAt(),
                clock.originalDueAt(),
                due,
                clock.warnAt(),
                clock.provisional());
    }

    private static DeadlineChange change(Kind kind, String at, @Nullable Instant since, String before, String after) {
        return new DeadlineChange(kind, at(at), since, at(before), at(after), null);
    }

    private static WorkCalendar revised(String version, Map<String, DayKind> more) {
        var marks = new HashMap<>(Notices.BOTH.marks());
        more.forEach((day, kind) -> marks.put(LocalDate.parse(day), kind));
        return new WorkCalendar(marks, Map.of(2025, "2025.1", 2026, version));
    }

    private static WorkCalendar without(String version, String day) {
        var marks = new HashMap<>(Notices.BOTH.marks());
        marks.remove(LocalDate.parse(day));
        return new WorkCalendar(marks, Map.of(2025, "2025.1", 2026, version));
    }
}
