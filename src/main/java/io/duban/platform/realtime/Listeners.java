package io.duban.platform.realtime;

import io.duban.contract.StreamNameDto;
import java.util.ArrayList;
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
    private final Map<Topic, Followers> byTopic = new HashMap<>();
    private final Set<Line> lines = new LinkedHashSet<>();

    /** What events of a board ask of whoever is to know of them. */
    private record Topic(StreamNameDto board, String permission) {}

    void add(Line line) {
        lines.add(line);
        line.viewer()
                .hears()
                .forEach(id -> byAddressee
                        .computeIfAbsent(id, first -> new ArrayList<>(1))
                        .add(line));
        byTopic.forEach((topic, followers) -> follow(line, topic, followers));
    }

    /** With the same viewer that it was added with; whether it was there. */
    boolean remove(Line line) {
        if (!lines.remove(line)) {
            return false;
        }
        line.viewer()
                .hears()
                .forEach(id -> byAddressee.computeIfPresent(id, (key, same) -> {
                    same.remove(line);
                    return same.isEmpty() ? null : same;
                }));
        byTopic.forEach((topic, followers) -> {
            if (line.viewer().streams().contains(topic.board)) {
                followers.remove(line, line.viewer().zone(topic.permission));
            }
        });
        return true;
    }

    /** All lines, as they are now. */
    List<Line> all() {
        return List.copyOf(lines);
    }

    /** Some lines more than once: those that follow a board and are addressed too. Gives their number. */
    int forEach(FramedEvent event, Consumer<Line> offer) {
        var offered = 0;
        for (var addressee : event.event().addresseeIds()) {
            var addressed = byAddressee.getOrDefault(addressee, List.of());
            addressed.forEach(offer);
            offered += addressed.size();
        }
        if (event.board() != null) {
            offered += byTopic.computeIfAbsent(
                            new Topic(event.board(), event.event().permission()), this::followers)
                    .forEach(event.event(), offer);
        }
        return offered;
    }

    /** Few permissions are ever asked for by events: who they concern is found out when the first such event comes. */
    private Followers followers(Topic topic) {
        var followers = new Followers();
        lines.forEach(line -> follow(line, topic, followers));
        return followers;
    }

    private static void follow(Line line, Topic topic, Followers followers) {
        if (line.viewer().streams().contains(topic.board)) {
            followers.add(line, line.viewer().zone(topic.permission));
        }
    }
}
