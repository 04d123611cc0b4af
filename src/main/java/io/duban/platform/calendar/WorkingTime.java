package io.duban.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Steps forward and backward through the days and hours that are worked. */
record WorkingTime(WorkCalendar calendar, OfficeHours hours) {

    /** The day an instant belongs to as a beginning: midnight begins its day. */
    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkCalendar.ZONE);
    }

    /** The day an instant belongs to as an end: midnight is 24:00 of the day before. */
    static LocalDate dayEndingAt(Instant end) {
        return dayOf(end.minusNanos(1));
    }

    Instant end(LocalDate day, CutOff cutOff) {
        return cutOff == CutOff.OFFICE_CLOSE ? at(day, hours.close()) : startOf(day.plusDays(1));
    }

    /** The same time of day, so many working days earlier; an end on a day off first falls back to the last day worked. */
    Instant minusDays(Instant end, int workingDays) {
        LocalDate day = dayEndingAt(end);
        if (!calendar.isWorking(day)) {
            return startOf(calendar.before(day, workingDays + 1).plusDays(1));
        }
        return onDay(calendar.before(day, workingDays), end);
    }

    /** The same time of day, so many working days later. */
    Instant plusDays(Instant end, long workingDays) {
        LocalDate day = dayEndingAt(end);
        return onDay(calendar.after(day, (int) workingDays), end);
    }

    /** The same time of day, so many days of any kind later; from a day off it goes on to the next that is worked. */
    Instant plusNaturalDays(Instant end, long days) {
        return onDay(calendar.onOrAfter(dayEndingAt(end).plusDays(days)), end);
    }

    /** The time of day of an end, on another day. */
    private static Instant onDay(LocalDate day, Instant end) {
        return startOf(day).plus(Duration.between(startOf(dayEndingAt(end)), end));
    }

    Instant plus(Instant start, Duration officeTime) {
        Duration left = officeTime;
        for (LocalDate day = calendar.onOrAfter(dayOf(start)); ; day = calendar.after(day, 1)) {
            for (Stretch open : stretches(day)) {
                Instant from = later(open.from(), start);
                Duration length = Duration.between(from, open.to());
                if (!length.isNegative() && left.compareTo(length) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(positive(length));
            }
        }
    }

    Instant minus(Instant end, Duration officeTime) {
        Duration left = officeTime;
        LocalDate last = dayEndingAt(end);
        for (LocalDate day = calendar.isWorking(last) ? last : calendar.before(last, 1);
                ;
                day = calendar.before(day, 1)) {
            List<Stretch> backwards = stretches(day);
            Collections.reverse(backwards);
            for (Stretch open : backwards) {
                Instant to = earlier(open.to(), end);
                Duration length = Duration.between(open.from(), to);
                if (!length.isNegative() && left.compareTo(length) <= 0) {
                    return to.minus(left);
                }
                left = left.minus(positive(length));
            }
        }
    }

    /** The office time between two instants; zero when the second is not later. */
    Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return dayOf(from)
                .datesUntil(dayOf(to).plusDays(1))
                .filter(calendar::isWorking)
                .flatMap(day -> stretches(day).stream())
                .map(open -> positive(Duration.between(later(open.from(), from), earlier(open.to(), to))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Stretch> stretches(LocalDate day) {
        List<Stretch> stretches = new ArrayList<>();
        hours.sessions()
                .forEach(session -> stretches.add(new Stretch(at(day, session.opens()), at(day, session.closes()))));
        return stretches;
    }

    private static Duration positive(Duration length) {
        return length.isNegative() ? Duration.ZERO : length;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private record Stretch(Instant from, Instant to) {}
}
