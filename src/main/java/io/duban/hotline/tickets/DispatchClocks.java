package io.duban.hotline.tickets;

import io.duban.platform.calendar.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clocks that start when a unit gets a ticket: with the dispatch, not when the unit deigns to sign (domain D4).
 *
 * @param handle the whole period
 * @param others sign-for and first contact, the answer on the way where there is one, and a part for each co unit
 * @param returnUntil until when the host may give it back; no clock, since nobody must
 */
record DispatchClocks(Deadline handle, List<Deadline> others, Instant returnUntil) {

    Optional<Deadline> of(String step) {
        return others.stream().filter(clock -> clock.step().equals(step)).findFirst();
    }

    Instant signBy() {
        return of(ClockRules.SIGN_FOR).map(Deadline::currentDueAt).orElseThrow();
    }
}
