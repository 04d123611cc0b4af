package io.duban.journey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds what was acknowledged against what the stream told: every acknowledged command must be there exactly once, and what concerns one
 * subject in the order of its versions. An event often arrives before the answer to its command.
 */
final class Ledger {

    private final Map<Entry, Count> entries = new HashMap<>();
    private final Map<String, Long> lastVersions = new HashMap<>();
    private int outOfOrder;

    /** What makes an event the event of one command. */
    private record Entry(String event, String subject, long version) {}

    /** What one kind of command left on the stream. */
    record Balance(int expected, int received, int lost, int doubled) {

        static final Balance NONE = new Balance(0, 0, 0, 0);

        Balance plus(Balance more) {
            return new Balance(
                    expected + more.expected, received + more.received, lost + more.lost, doubled + more.doubled);
        }
    }

    private static final class Count {
        private final Set<String> ids = new HashSet<>();
        private boolean expected;
        private int deliveries;

        Balance balance() {
            // Two events for one command are as wrong as one event twice; of events that others caused only the second
            // is.
            int surplus = deliveries - (expected ? Math.min(deliveries, 1) : ids.size());
            boolean here = expected && deliveries > 0;
            return new Balance(expected ? 1 : 0, here ? 1 : 0, expected && deliveries == 0 ? 1 : 0, surplus);
        }
    }

    /** The product said that this command was carried out now; its event is on the way, or here already. */
    synchronized void acknowledged(String event, String subject, long version) {
        count(event, subject, version).expected = true;
    }

    /** The stream told of this event. */
    synchronized void received(String id, String event, String subject, long version) {
        Count count = count(event, subject, version);
        count.ids.add(id);
        count.deliveries++;
        // Another delivery of an event is counted as doubled, not as out of order.
        if (count.deliveries == 1 && lastVersions.getOrDefault(subject, 0L) > version) {
            outOfOrder++;
        }
        lastVersions.merge(subject, version, Math::max);
    }

    /** The balance of the commands that announce this event. */
    synchronized Balance balance(String event) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().event().equals(event))
                .map(entry -> entry.getValue().balance())
                .reduce(Balance.NONE, Balance::plus);
    }

    /** The balance of everything. */
    synchronized Balance balance() {
        return entries.values().stream().map(Count::balance).reduce(Balance.NONE, Balance::plus);
    }

    /** Events that came after one of the same subject with a higher version. */
    synchronized int outOfOrder() {
        return outOfOrder;
    }

    /** Events that no command of ours caused, by type: other people's, or the product's own clocks. */
    synchronized Map<String, Long> others() {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().expected && entry.getValue().deliveries > 0)
                .collect(Collectors.groupingBy(entry -> entry.getKey().event(), TreeMap::new, Collectors.counting()));
    }

    private Count count(String event, String subject, long version) {
        return entries.computeIfAbsent(
                new Entry(Objects.requireNonNull(event), subject, version), entry -> new Count());
    }
}
