package io.duban.bench.instances;

import io.duban.bench.Office;
import io.duban.bench.Pause;
import io.duban.bench.Percentile;
import io.duban.bench.Proc;
import io.duban.bench.streams.Calls;
import io.duban.bench.streams.WarmUp;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** One of those who take turns under the same load, and all that was seen of it. */
final class Side {

    private static final String EAR = "dispatcher";

    private final String name;
    private final Office office;
    private final List<URI> ears;
    private final DoubleSupplier cpuSeconds;
    private final List<Double> added = new ArrayList<>();
    private double cpu;
    private double callersCpu;
    private double seconds;
    private long sent;
    private long refused;
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

    /** Gets it going, with all its streams open. */
    Map<String, Object> warmUp(int mostPerSecond) {
        var open = open();
        var warm = new WarmUp(cpuSeconds).upTo(mostPerSecond, this::calls);
        open.forEach(Ear::close);
        return warm.figures();
    }

    void turn(int perSecond, Duration time) {
        var calls = calls();
        var open = open();
        Pause.millis(500);
        var before = cpuSeconds.getAsDouble();
        var callers = Proc.cpuSeconds(ProcessHandle.current().pid());
        var begun = System.nanoTime();
        sent += calls.send(perSecond, time);
        refused += calls.refused();
        Pause.millis(1_500); // also what only a poll finds
        cpu += cpuSeconds.getAsDouble() - before;
        callersCpu += Proc.cpuSeconds(ProcessHandle.current().pid()) - callers;
        seconds += (System.nanoTime() - begun) / 1e9;
        open.forEach(Ear::close);
        count(open);
    }

    private List<Ear> open() {
        office.renew(EAR);
        return ears.stream().map(api -> new Ear(api, office.token(EAR))).toList();
    }

    private Calls calls() {
        return Calls.accepting(office, number -> "bench instances");
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
        cpu = 0;
        callersCpu = 0;
        seconds = 0;
        sent = 0;
        refused = 0;
        events = 0;
        doubled = 0;
        lost = 0;
    }

    private double cpuMillisPerEvent() {
        return cpu * 1_000 / events;
    }

    /**
     * How it did since {@link #forget}: a ratio only where neither it nor the one beside it was full.
     *
     * @param one the product that stands alone
     */
    Map<String, Object> figures(Side one) {
        var figures = new HashMap<String, Object>();
        figures.put("sent", sent);
        figures.put("refused", refused);
        figures.put("events", events);
        figures.put("addedP50ms", Percentile.of(added, 0.5));
        figures.put("addedP99ms", Percentile.of(added, 0.99));
        figures.put("cpuMsPerEvent", cpuMillisPerEvent());
        figures.put("callersCpuMsPerEvent", callersCpu * 1_000 / events);
        figures.put(
                "machineUsedByAll",
                (cpu + callersCpu) / seconds / Runtime.getRuntime().availableProcessors());
        figures.put("lost", lost);
        figures.put("doubled", doubled);
        if (full() || one.full()) {
            figures.put("timesOfOne", "not comparable: more than 1 % refused by " + (full() ? name : one.name));
        } else {
            figures.put("timesOfOne", cpuMillisPerEvent() / one.cpuMillisPerEvent());
        }
        return figures;
    }

    private boolean full() {
        return Calls.tooMany(refused, sent);
    }
}
