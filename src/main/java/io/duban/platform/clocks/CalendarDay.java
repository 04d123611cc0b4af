package io.duban.platform.clocks;

import io.duban.platform.calendar.Arrangement;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A day that differs from the plain week.
 *
 * @param kind {@code OFF} or {@code WORK}
 * @param version of the calendar that says so
 */
@Table("work_calendar_day")
record CalendarDay(LocalDate day, String kind, String version) {

    static final String OFF = "OFF";
    static final String WORK = "WORK";

    static Stream<CalendarDay> of(Arrangement arrangement, String version) {
        return Stream.concat(
                arrangement.off().stream().map(day -> new CalendarDay(day, OFF, version)),
                arrangement.work().stream().map(day -> new CalendarDay(day, WORK, version)));
    }
}
