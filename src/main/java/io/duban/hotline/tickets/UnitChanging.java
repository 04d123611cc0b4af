package io.duban.hotline.tickets;

import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives a ticket that some units have to others: the new host's period is a full one, the platform's date above stays; whoever has no part in it any more
 * hears the last of it.
 */
@Component
class UnitChanging {

    private final UnitStarting starting;

    UnitChanging(UnitStarting starting) {
        this.starting = starting;
    }

    Mono<UnitStarting.Start> change(HotlineTicket before, DispatchOrder order, Instant now) {
        var staying = new HashSet<>(order.coUnitIds());
        staying.retainAll(before.handling().coUnitIds());
        return starting.start(before, order, staying, now);
    }

    Outcome<HotlineTicket> outcome(UnitStarting.Start start, HotlineTicket after, String verb) {
        var outcome = start.outcome(after);
        var said = Event.of(verb, Priority.ACTION, after, start.now());
        if (!start.left().isEmpty()) {
            outcome.announcing(said.lastTo(start.left()));
        }
        return outcome.announcing(said.to(Set.of(start.order().hostUnitId())));
    }
}
