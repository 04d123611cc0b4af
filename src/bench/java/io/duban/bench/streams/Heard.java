package io.duban.bench.streams;

import io.duban.bench.Database;
import io.duban.bench.Percentile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** When the events of commands were written, committed and heard at the phones, by the numbers of the commands; all on the one clock of this machine. */
final class Heard {

    /** The server keeps when a transaction was committed only where it was told to; {@link Duban} sees to it. */
    private static final String WRITTEN = """
            select substr(title, 14, 9) || ' ' || (extract(epoch from recorded_at) * 1000000)::bigint
                   || ' ' || (extract(epoch from pg_xact_commit_timestamp(xid::xid)) * 1000000)::bigint
            from event_log where title like 'bench-999999-%' order by recorded_at""";

    private final Map<Long, List<Event>> written = new HashMap<>();
    private final Map<Long, List<Long>> arrived = new HashMap<>();

    /** @param writtenAt and the other in microseconds since 1970 */
    record Event(long writtenAt, long committedAt) {}

    /**
     * @param after the number of the last command before those that are asked for
     * @param arrivals number and time of each
     */
    Heard(Database database, long after, List<long[]> arrivals) {
        for (var row : database.list(WRITTEN)) {
            var words = row.split(" ");
            var number = Long.parseLong(words[0]);
            if (number > after) {
                written.computeIfAbsent(number, none -> new ArrayList<>())
                        .add(new Event(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        for (var one : arrivals) {
            arrived.computeIfAbsent(one[0], none -> new ArrayList<>()).add(one[1]);
        }
        arrived.values().forEach(times -> times.sort(null));
    }

    /**
     * From a moment of each event until it was at each of its phones, as figures. A command may write several events; each phone hears them in their order, and
     * all five the first before any is likely to hear the second.
     */
    Map<String, Object> since(String what, ToLongFunction<Event> moment) {
        var millis = new ArrayList<Double>();
        written.forEach((number, events) -> {
            var there = arrived.getOrDefault(number, List.of());
            for (int i = 0; i < Math.min(there.size(), events.size() * Carrier.CHANNEL); i++) {
                millis.add((there.get(i) - moment.applyAsLong(events.get(i / Carrier.CHANNEL))) / 1000.0);
            }
        });
        return percentiles(what, millis);
    }

    /** From a moment of each command until its first event was at each phone. */
    Map<String, Object> sinceCommand(String what, Map<Long, Long> moments) {
        var millis = new ArrayList<Double>();
        moments.forEach((number, at) -> arrived.getOrDefault(number, List.of()).stream()
                .limit(Carrier.CHANNEL)
                .forEach(there -> millis.add((there - at) / 1000.0)));
        return percentiles(what, millis);
    }

    private static Map<String, Object> percentiles(String what, List<Double> millis) {
        return Map.of(what + "P50ms", Percentile.of(millis, 0.5), what + "P99ms", Percentile.of(millis, 0.99));
    }

    /** Events at phones that should have come and did not; negative when some came twice. */
    long lost() {
        var events = written.values().stream().mapToLong(List::size).sum();
        return events * Carrier.CHANNEL
                - written.keySet().stream()
                        .mapToLong(number ->
                                arrived.getOrDefault(number, List.of()).size())
                        .sum();
    }
}
