package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Pause;
import io.duban.bench.Percentile;
import io.duban.bench.Pool;
import io.duban.bench.Proc;
import io.duban.bench.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Goal P4: real commands over HTTP, decisions and then creations, each of which five of ten thousand phones hear of, after a {@link WarmUp}. The goal counts from the commit, which is told by
 * the database: the moment in which it begins to flush it, so that the flush is counted too. Beside it: from when the row of the event was written, inside of
 * the statement; from when the caller had his answer, which may well be later; and from when the command was sent, with all its queueing.
 */
final class Delivery {

    private static final int[] PER_SECOND = {50, 200};
    private static final int SETTLING_MILLIS = 1_000;
    private static final int POOL = 40_000;

    /** The number of a demand in its title, by which the phones know it. */
    private static final String TITLES =
            "update hotline_ticket set title = 'bench-999999-' || right(ticket_number, 9) || '-' || repeat('0', 16) where ticket_number like '%s%%'"
                    .formatted(Pool.NUMBER);

    private final Duban duban;
    private final Bench.Options options;
    private long base;

    Delivery(Duban duban, Bench.Options options) {
        this.duban = duban;
        this.options = options;
    }

    void measure(Table table) throws IOException {
        var size = Math.min(10_000, options.streams());
        try (var audience = Audience.of(duban, duban.requestsWithDispatchers(size), options.work())) {
            duban.database().execute("delete from event_log where title like 'bench-999999-%'");
            lay();
            audience.growTo(size);
            measure("decisions", this::decisions, audience, table);
            measure("creations", this::creations, audience, table);
        }
    }

    /** Demands to be decided on, for the longest warm-up and all rows. */
    private void lay() {
        var pool = new Pool(duban.database(), duban.office().accepted("bench P4"));
        base = pool.made();
        pool.upTo(base + POOL);
        duban.database().execute(TITLES);
    }

    private void measure(String what, Supplier<Calls> commands, Audience audience, Table table) {
        var rates = options.ratesOr(PER_SECOND);
        var warm = new WarmUp(duban::cpuSecondsOfAll)
                .upTo(rates.stream().mapToInt(rate -> rate).max().orElseThrow(), commands);
        table.add(Streams.PART, "P4 %s, warm-up".formatted(what), warm.figures());
        Pause.millis(SETTLING_MILLIS);
        for (int perSecond : rates) {
            audience.phones().arrivals();
            one(what, commands, audience, perSecond, table);
        }
    }

    private Calls decisions() {
        var first = base;
        return Calls.classifying(duban.office(), number -> Pool.id(base = first + number));
    }

    private Calls creations() {
        var first = base;
        return Calls.accepting(duban.office(), number -> Mark.text(Mark.UNORDERED, base = first + number, Mark.now()));
    }

    private void one(String what, Supplier<Calls> commands, Audience audience, int perSecond, Table table) {
        var first = base;
        var calls = commands.get();
        var product = duban.cpuSecondsOfAll();
        var itself = Proc.cpuSeconds(duban.pid());
        var callers = Proc.cpuSeconds(ProcessHandle.current().pid());
        var phones = Proc.cpuSeconds(audience.phones().pid());
        var begun = System.nanoTime();
        var sent = calls.send(perSecond, options.slice().multipliedBy(3));
        var seconds = (System.nanoTime() - begun) / 1e9;
        product = duban.cpuSecondsOfAll() - product;
        itself = Proc.cpuSeconds(duban.pid()) - itself;
        callers = Proc.cpuSeconds(ProcessHandle.current().pid()) - callers;
        phones = Proc.cpuSeconds(audience.phones().pid()) - phones;
        Pause.millis(SETTLING_MILLIS);
        var heard = new Heard(duban.database(), first, audience.phones().arrivals());
        var done = sent - calls.refused();
        var cores = Runtime.getRuntime().availableProcessors();
        var figures = new HashMap<String, Object>();
        figures.put("offeredPerSecond", perSecond);
        figures.put("carriedOutPerSecond", done / seconds);
        figures.put("refused", calls.refused());
        figures.put("lost", heard.lost());
        figures.putAll(heard.since("commitToPhone", Heard.Event::committedAt));
        figures.putAll(heard.since("writtenToPhone", Heard.Event::writtenAt));
        figures.putAll(heard.sinceCommand("answerToPhone", numbered(first, calls.answeredAt())));
        figures.putAll(heard.sinceCommand("sentToPhone", numbered(first, calls.sentAt())));
        figures.put("answerP50ms", Percentile.of(calls.millis(), 0.5));
        figures.put("answerP99ms", Percentile.of(calls.millis(), 0.99));
        figures.put("productCpuMsForACommand", itself * 1000 / done);
        figures.put("databaseCpuMsForACommand", (product - itself) * 1000 / done);
        figures.put("machineUsedByAll", (product + callers + phones) / seconds / cores);
        figures.put("machineUsedByCallersAndPhones", (callers + phones) / seconds / cores);
        table.add(Streams.PART, "P4 %s to phones, %d a second".formatted(what, perSecond), figures);
    }

    /** By the numbers in the titles. */
    private static Map<Long, Long> numbered(long first, Map<Long, Long> moments) {
        return moments.entrySet().stream()
                .collect(Collectors.toMap(moment -> first + moment.getKey(), Map.Entry::getValue));
    }
}
