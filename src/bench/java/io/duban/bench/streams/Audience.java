package io.duban.bench.streams;

import io.duban.bench.Pause;
import io.duban.bench.Proc;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A carrier with the phones that listen to it, and what was sent to them so far. */
final class Audience implements AutoCloseable {

    private static final int IN_FLIGHT = 150_000;
    private static final int MOST_EVENTS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Carrier carrier;
    private final Phones phones;
    private final int channels;
    private int size;
    private long sentToAll;
    private long sentToSome;
    private long expected;

    private Audience(Carrier carrier, Phones phones, int most) {
        this.carrier = carrier;
        this.phones = phones;
        this.channels = most / Carrier.CHANNEL;
    }

    /** Nobody is connected yet. */
    static Audience of(Carrier carrier, int most, boolean own, Path work) throws IOException {
        return of(carrier, carrier.requests(most, own), work);
    }

    /** The same with streams asked for in another way. */
    static Audience of(Carrier carrier, List<String> requests, Path work) throws IOException {
        return new Audience(carrier, Phones.of(carrier.name(), carrier.port(), requests, work), requests.size());
    }

    /** A run of events: how many came to a phone, in which time, with how much processor time of the carrier. */
    record Ran(long delivered, double seconds, double cpu) {

        static final Ran NONE = new Ran(0, 0, 0);

        Ran and(Ran more) {
            return new Ran(delivered + more.delivered, seconds + more.seconds, cpu + more.cpu);
        }

        double perSecond() {
            return delivered / seconds;
        }

        double cpuMicros() {
            return cpu * 1e6 / delivered;
        }
    }

    Carrier carrier() {
        return carrier;
    }

    Phones phones() {
        return phones;
    }

    /** Seconds until everybody was answered. */
    double growTo(int streams) {
        var more = streams - size;
        size = streams;
        return more <= 0 ? 0 : phones.open(streams - more, more);
    }

    /** As many events to everybody as can be carried, about a second of them under way at any time. */
    Ran flood(Duration time) {
        return run(time, size, Math.max(2, IN_FLIGHT / size), this::toAll);
    }

    /** The same to five phones each. */
    Ran floodSome(Duration time) {
        return run(time, Carrier.CHANNEL, MOST_EVENTS, this::toSome);
    }

    private interface Send {
        void events(int count);
    }

    private Ran run(Duration time, int each, int underWay, Send send) {
        var before = phones.standing().delivered();
        var cpu = Proc.cpuSeconds(carrier.pid());
        var begun = System.nanoTime();
        var batch = Math.max(1, underWay / 4);
        long sent = 0;
        while (System.nanoTime() - begun < time.toNanos()) {
            if (sent - (phones.standing().delivered() - before) / each + batch <= underWay) {
                send.events(batch);
                sent += batch;
            } else {
                Pause.millis(1);
            }
        }
        settle();
        return new Ran(sent * each, (System.nanoTime() - begun) / 1e9, Proc.cpuSeconds(carrier.pid()) - cpu);
    }

    /** So many events a second to five phones each, sent on time. */
    void paceSome(int perSecond, Duration time) {
        var pause = 1_000_000_000L / perSecond;
        var begun = System.nanoTime();
        for (long due = begun; due - begun < time.toNanos(); due += pause) {
            while (System.nanoTime() < due) {
                java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
            }
            toSome(1);
        }
        settle();
    }

    void toAll(int count) {
        carrier.toAll(sentToAll + 1, count);
        sentToAll += count;
        expected += (long) count * size;
    }

    void toSome(int count) {
        carrier.toSome(sentToSome, count, channels);
        sentToSome += count;
        expected += (long) count * Carrier.CHANNEL;
    }

    /** Waits until everything has come, or too long. */
    boolean settle() {
        return phones.delivered(expected, PATIENCE);
    }

    /** What never came, with no later event to show it. */
    long missing() {
        return expected - phones.standing().delivered();
    }

    @Override
    public void close() {
        phones.close();
    }
}
