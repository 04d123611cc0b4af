package io.duban.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How much of a stretch of time was office time: the working hours statistics count in. */
@Component
public class OfficeTime {

    private final WorkCalendars calendars;

    OfficeTime(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** Counts office time from one instant to another by the calendar as it is now; zero when the second is not later. */
    public Mono<BiFunction<Instant, Instant, Duration>> counting() {
        return calendars.current().map(edition -> new WorkingTime(edition.calendar(), OfficeHours.USUAL)::between);
    }

    /** Counts the working days after one day up to and including another, not earlier one, by the calendar as it is now. */
    public Mono<BiFunction<LocalDate, LocalDate, Long>> countingDays() {
        return calendars.current().map(edition -> edition.calendar()::workingDaysBetween);
    }

    /** The so-manieth working day strictly after a day, by the calendar as it is now. */
    public Mono<LocalDate> workingDayAfter(LocalDate day, int nth) {
        return calendars.current().map(edition -> edition.calendar().after(day, nth));
    }
}
