package io.duban.bench.instances;

import io.duban.bench.Office;
import io.duban.bench.Pause;
import io.duban.bench.Percentile;
import io.duban.bench.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/** One of those who take turns under the same load, and all that was seen of it. */
final class Side {

    private static final int PER_SECOND = 200;
    private static final String EAR = "dispatcher";

    private final String name;
    private final Office office;
    private final List<URI> ears;
    private final DoubleSupplier cpuSeconds;
    private final List<Double> added = new ArrayList<>();
    private final AtomicInteger failed = new AtomicInteger();
    private double cpu;
    private long events;
    private long doubled;
    private long lost;

    /**
     * @param office whose instance is sent all commands
     * @param ears the instance of each open stream; the first and the last are compared
     * @param cpuSeconds of all that belongs to it
     */
    Side(String name, Office office, List<URI> ears, DoubleSupplier cpuSeconds) {
        this.name = name;
        this.office = office;
        this.ears = ears;
        this.cpuSeconds = cpuSeconds;
    }

    String name() {
        return name;
    }

    /** What it uses while nobody asks anything of it, in milliseconds of processor time a second. */
    double idle(Duration time) {
        var before = cpuSeconds.getAsDouble();
        Pause.millis(time.toMillis());
        return (cpuSeconds.getAsDouble() - before) * 1_000 / time.toSeconds();
    }

    void turn(Duration time) {
        var open = ears.stream().map(api -> new Ear(api, office.token(EAR))).toList();
        Pause.millis(500);
        var before = cpuSeconds.getAsDouble();
        send((int) (PER_SECOND * time.toSeconds()));
        Pause.millis(1_500); // also what only a poll finds
        cpu += cpuSeconds.getAsDouble() - before;
        open.forEach(Ear::close);
        count(open);
    }

    private void send(int total) {
        var begun = System.nanoTime();
        var unanswered = new AtomicInteger(total);
        for (int number = 0; number < total; number++) {
            var due = begun + number * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Wire.start(office.accept("bench instances")).whenComplete((answer, fault) -> {
                if (answer == null || answer.statusCode() != 201) {
                    failed.incrementAndGet();
                }
                unanswered.decrementAndGet();
            });
        }
        while (unanswered.get() > 0) {
            Pause.millis(10);
        }
    }

    private void count(List<Ear> open) {
        var near = open.get(0).heardAt();
        var far = open.get(open.size() - 1).heardAt();
        near.forEach((position, at) -> {
            var there = far.get(position);
            if (there != null) {
                added.add((there - at) / 1e6);
            }
        });
        var all = new TreeMap<Long, Long>();
        open.forEach(ear -> all.putAll(ear.heardAt()));
        events += all.size();
        doubled += open.stream().mapToLong(Ear::doubled).sum();
        lost += open.stream()
                .mapToLong(ear -> all.size() - ear.heardAt().size())
                .sum();
    }

    void forget() {
        added.clear();
        failed.set(0);
        cpu = 0;
        events = 0;
        doubled = 0;
        lost = 0;
    }

    double cpuMillisPerEvent() {
        return cpu * 1_000 / events;
    }

    Map<String, Object> figures(double ofOne) {
        return Map.of(
                "events",
                events,
                "addedP50ms",
                Percentile.of(added, 0.5),
                "addedP99ms",
                Percentile.of(added, 0.99),
                "cpuMsPerEvent",
                cpuMillisPerEvent(),
                "timesOfOne",
                cpuMillisPerEvent() / ofOne,
                "lost",
                lost,
                "doubled",
                doubled,
                "failed",
                failed.get());
    }
}
