package io.duban.platform.realtime;

import io.duban.platform.identity.Officer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many streams for a person through one app; a phone that lost its line without our noticing must get a new one all the same. */
final class StreamLimit {

    private final int most;
    private final ConcurrentMap<Key, Deque<Line>> open = new ConcurrentHashMap<>();

    StreamLimit(int most) {
        this.most = most;
    }

    private record Key(UUID person, String client) {

        static Key of(Officer officer) {
            return new Key(officer.id(), officer.clientId());
        }
    }

    /** Counts a line in, and gives the oldest when it is one too many. */
    Optional<Line> enter(Line line, Officer officer) {
        var oldest = new Line[1];
        open.compute(Key.of(officer), (key, lines) -> {
            var all = lines == null ? new ArrayDeque<Line>(1) : lines;
            all.add(line);
            oldest[0] = all.size() > most ? all.poll() : null;
            return all;
        });
        return Optional.ofNullable(oldest[0]);
    }

    void leave(Line line, Officer officer) {
        open.computeIfPresent(Key.of(officer), (key, lines) -> {
            lines.remove(line);
            return lines.isEmpty() ? null : lines;
        });
    }
}
