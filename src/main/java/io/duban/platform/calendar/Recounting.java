package io.duban.platform.calendar;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives what counts open clocks anew, for whoever keeps them up with the calendar. */
@Component
public class Recounting {

    private final WorkCalendars calendars;

    Recounting(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** By the calendar as it is known now, which is at most 30 s old. */
    public Mono<Recounter> recounter() {
        return calendars.current().map(Recounter::new);
    }

    /** Asks the database at the next call: this instance has just changed the calendar. */
    public void forget() {
        calendars.forget();
    }
}
