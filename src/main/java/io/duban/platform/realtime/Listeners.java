package io.duban.platform.realtime;

import io.duban.contract.StreamNameDto;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Which lines an event may concern, found without looking at the others: an event for five phones looks at five. Not thread-safe. */
final class Listeners {

    private final Map<UUID, List<Line>> byAddressee = new HashMap<>();
    private final Map<StreamNameDto, Set<Line>> byBoard = new EnumMap<>(StreamNameDto.class);

    void add(Line line) {
        line.viewer()
                .hears()
                .forEach(id -> byAddressee
                        .computeIfAbsent(id, first -> new ArrayList<>(1))
                        .add(line));
        line.viewer()
                .streams()
                .forEach(stream -> byBoard.computeIfAbsent(stream, first -> new LinkedHashSet<>())
                        .add(line));
    }

    /** With the same viewer that it was added with. */
    void remove(Line line) {
        line.viewer()
                .hears()
                .forEach(id -> byAddressee.computeIfPresent(id, (key, lines) -> {
                    lines.remove(line);
                    return lines.isEmpty() ? null : lines;
                }));
        line.viewer()
                .streams()
                .forEach(stream -> byBoard.getOrDefault(stream, Set.of()).remove(line));
    }

    /** Some lines more than once: those that follow a board and are addressed too. Gives their number. */
    int forEach(FramedEvent event, Consumer<Line> offer) {
        var offered = 0;
        for (var addressee : event.event().addresseeIds()) {
            var lines = byAddressee.getOrDefault(addressee, List.of());
            lines.forEach(offer);
            offered += lines.size();
        }
        if (event.board() != null) {
            var lines = byBoard.getOrDefault(event.board(), Set.of());
            lines.forEach(offer);
            offered += lines.size();
        }
        return offered;
    }
}
