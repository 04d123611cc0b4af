package io.duban.platform.realtime;

import io.duban.platform.events.LogPosition;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The streams of one event loop. The feed gives a lane one task for a batch, not one for each stream, and everything of a lane happens on its
 * loop: there is nothing to lock, and no gap between catching up and being level.
 */
final class Lane {

    /**
     * After so many writes the loop's other work has its turn. A write is a tenth of a flush: what waits together is handed out together and flushed
     * once for each line, so a longer turn makes the loop's work less, not more.
     */
    private static final int TURN = 20_000;

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final EventLoop loop;
    private final Tail tail;
    private final StreamRules rules;
    private final Replays replays;
    private final Listeners listeners = new Listeners();
    private final List<Wire> dirty = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private long reached;
    private LogPosition reachedPosition;
    private long notWritten = Long.MIN_VALUE;
    private @Nullable Future<?> ticking;
    private @Nullable String closed;

    Lane(EventLoop loop, Tail tail, StreamRules rules, Replays replays) {
        this.loop = loop;
        this.tail = tail;
        this.rules = rules;
        this.replays = replays;
        this.reached = tail.last();
        var newest = tail.get(reached);
        this.reachedPosition = newest == null ? tail.reached() : newest.position();
    }

    Tail tail() {
        return tail;
    }

    /** Always in its turn, so that what was asked for first happens first. */
    void later(Runnable task) {
        if (!loop.isShuttingDown()) {
            loop.execute(() -> {
                task.run();
                flushDirty();
            });
        }
    }

    long reached() {
        return reached;
    }

    LogPosition reachedPosition() {
        return reachedPosition;
    }

    /** Its lines of these persons, found on its loop. */
    Mono<List<Line>> linesOf(Set<UUID> persons) {
        return Mono.create(found -> later(() -> found.success(listeners.all().stream()
                .filter(line -> persons.contains(line.viewer().officer().id()))
                .toList())));
    }

    /** The most bytes that wait in this process for any of its clients to read. */
    Mono<Long> mostWaiting() {
        return Mono.create(found -> later(() -> found.success(listeners.all().stream()
                .mapToLong(line -> line.wire().waiting())
                .max()
                .orElse(0))));
    }

    void join(Line line) {
        if (closed != null) {
            line.end(closed);
        }
        if (line.hasEnded()) {
            return;
        }
        listeners.add(line);
        line.wire()
                .spread(ThreadLocalRandom.current().nextLong(rules.heartbeat().toNanos()));
        if (ticking == null) {
            var period = Math.max(20, Math.min(1000, rules.heartbeat().toMillis() / 4));
            ticking = loop.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
        }
        line.catchUp();
        wake(); // the tail may have grown while this lane was made
    }

    void leave(Line line) {
        listeners.remove(line);
        line.clientHasGone();
    }

    /** Lets a line see with the eyes of its officer as he is now. */
    void view(Line line, Viewer now) {
        if (listeners.remove(line)) {
            line.view(now);
            listeners.add(line);
        }
    }

    /** From any thread: there is something new in the tail. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            later(this::handOut);
        }
    }

    private void handOut() {
        woken.set(false);
        var now = System.nanoTime();
        var written = 0;
        for (var event = tail.get(reached + 1); event != null && written < TURN; event = tail.get(reached + 1)) {
            var next = event;
            reached = next.index();
            reachedPosition = next.position();
            written += 1 + listeners.forEach(next, line -> line.offer(next, now));
        }
        if (tail.last() > reached) {
            if (tail.get(reached + 1) == null) {
                beOvertaken();
            }
            wake();
        }
    }

    /** The loop was busy for so long that the ring went round: each line fetches what it missed from the database. */
    private void beOvertaken() {
        var before = reachedPosition;
        var newest = tail.get(tail.last());
        if (newest != null) {
            reached = newest.index();
            reachedPosition = newest.position();
            listeners.all().forEach(line -> line.overtakenAt(before));
        }
    }

    /** What cannot be written is not passed over: the line alone is cut, and its client comes back with what it has seen. Said once for an event. */
    void orCut(Line line, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | OutOfMemoryError failure) {
            if (notWritten != reached) {
                notWritten = reached;
                log.error("Streams are cut that could not be written to", failure);
            }
            line.cut();
        }
    }

    void flushSoon(Wire wire) {
        dirty.add(wire);
    }

    private void flushDirty() {
        dirty.forEach(Wire::flush);
        dirty.clear();
    }

    void replay(Line line, LogPosition position) {
        replays.read(position, events -> later(() -> line.replayed(events)), () -> later(line::cut));
    }

    private void tick() {
        var now = System.nanoTime();
        listeners.all().forEach(line -> line.tick(now, rules));
        flushDirty();
    }

    /** Ends all lines with a word, and whatever joins later. */
    void close(String word) {
        closed = word;
        listeners.all().forEach(line -> line.end(word));
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
