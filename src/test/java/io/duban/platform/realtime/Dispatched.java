package io.duban.platform.realtime;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.events.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of dispatched tickets as they come out of the log, for tests that write none. */
final class Dispatched {

    private Dispatched() {}

    /** @param handed whom it is addressed and handed to */
    static LoggedEvent of(long position, String title, List<UUID> units, List<UUID> handed) {
        var now = Instant.now();
        return new LoggedEvent(
                new LogPosition(1, position),
                UUID.randomUUID(),
                "hotline.ticket.dispatched",
                now,
                now,
                "hotline.ticket",
                UUID.randomUUID(),
                1,
                title,
                Priority.ACTION,
                "DISPATCHED",
                "ticket:list",
                units,
                handed,
                handed,
                null,
                AlertLight.GREEN,
                null);
    }
}
