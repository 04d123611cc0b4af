package io.duban.platform.realtime;

import io.duban.platform.events.LoggedEvent;
import io.duban.platform.identity.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The lines that follow a board, by what lets them know of its events under one permission: everything, a unit, what was handed to them. An
 * event of one unit is held out to that unit's lines; the ten thousand others are not asked. Not thread-safe.
 */
final class Followers {

    private final Set<Line> ofEverything = new LinkedHashSet<>();
    private final Map<UUID, Set<Line>> ofUnit = new HashMap<>();
    private final Map<UUID, List<Line>> ofHand = new HashMap<>();

    /** @param zone how far the line's officer sees under the permission */
    void add(Line line, Zone zone) {
        if (zone.everything()) {
            ofEverything.add(line);
            return;
        }
        zone.units()
                .forEach(unit -> ofUnit.computeIfAbsent(unit, first -> new LinkedHashSet<>(4))
                        .add(line));
        zone.hands()
                .forEach(hand -> ofHand.computeIfAbsent(hand, first -> new ArrayList<>(1))
                        .add(line));
    }

    /** With the same zone that it was added with. */
    void remove(Line line, Zone zone) {
        if (zone.everything()) {
            ofEverything.remove(line);
            return;
        }
        zone.units().forEach(unit -> remove(line, unit, ofUnit));
        zone.hands().forEach(hand -> remove(line, hand, ofHand));
    }

    private static <C extends Collection<Line>> void remove(Line line, UUID id, Map<UUID, C> from) {
        from.computeIfPresent(id, (key, lines) -> {
            lines.remove(line);
            return lines.isEmpty() ? null : lines;
        });
    }

    /** All that may know of the event, and perhaps some that may not; some more than once. Gives their number. */
    int forEach(LoggedEvent event, Consumer<Line> offer) {
        ofEverything.forEach(offer);
        return ofEverything.size()
                + forEach(event.unitIds(), ofUnit, offer)
                + forEach(event.participantIds(), ofHand, offer);
    }

    private static int forEach(List<UUID> ids, Map<UUID, ? extends Collection<Line>> by, Consumer<Line> offer) {
        var offered = 0;
        for (var id : ids) {
            var lines = by.get(id);
            if (lines != null) {
                lines.forEach(offer);
                offered += lines.size();
            }
        }
        return offered;
    }
}
