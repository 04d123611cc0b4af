package io.duban.platform.realtime;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.LogPosition;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The streams of one event loop, indexed by whom they hear for, so that an event for five phones looks at five. The feed gives a lane one task
 * for a batch, not one for each stream, and everything of a lane happens on its loop: there is nothing to lock and no gap between catching up
 * and being level.
 */
final class Lane {

    /** After so many writes the loop's other work has its turn. */
    private static final int TURN = 2000;

    private final EventLoop loop;
    private final Tail tail;
    private final StreamRules rules;
    private final Replays replays;
    private final Set<Line> lines = new LinkedHashSet<>();
    private final Map<UUID, List<Line>> listeners = new HashMap<>();
    private final Map<StreamNameDto, Set<Line>> boards = new EnumMap<>(StreamNameDto.class);
    private final List<Line> dirty = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private long reached;
    private LogPosition reachedPosition;
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
            loop.execute(task);
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
        return Mono.create(found -> later(() -> found.success(lines.stream()
                .filter(line -> persons.contains(line.viewer().officer().id()))
                .toList())));
    }

    /** The most bytes that wait in this process for any of its clients to read. */
    Mono<Long> mostWaiting() {
        return Mono.create(found -> later(() ->
                found.success(lines.stream().mapToLong(Line::waiting).max().orElse(0))));
    }

    void join(Line line) {
        if (closed != null) {
            line.end(closed);
        }
        if (line.hasEnded()) {
            return;
        }
        lines.add(line);
        index(line);
        line.spread(ThreadLocalRandom.current().nextLong(rules.heartbeat().toNanos()));
        if (ticking == null) {
            var period = Math.max(20, Math.min(1000, rules.heartbeat().toMillis() / 4));
            ticking = loop.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
        }
        line.catchUp();
        flushDirty();
    }

    void leave(Line line) {
        if (lines.remove(line)) {
            unindex(line);
        }
        line.gone();
    }

    /** Lets a line see with the eyes of its officer as he is now. */
    void view(Line line, Viewer now) {
        if (lines.contains(line)) {
            unindex(line);
            line.view(now);
            index(line);
        }
    }

    private void index(Line line) {
        line.viewer()
                .hears()
                .forEach(id -> listeners
                        .computeIfAbsent(id, first -> new ArrayList<>(1))
                        .add(line));
        line.viewer().streams().stream()
                .filter(stream -> stream != StreamNameDto.ME)
                .forEach(stream -> boards.computeIfAbsent(stream, first -> new LinkedHashSet<>())
                        .add(line));
    }

    private void unindex(Line line) {
        line.viewer()
                .hears()
                .forEach(id -> listeners.computeIfPresent(id, (key, those) -> {
                    those.remove(line);
                    return those.isEmpty() ? null : those;
                }));
        line.viewer()
                .streams()
                .forEach(stream -> boards.computeIfPresent(stream, (key, those) -> {
                    those.remove(line);
                    return those;
                }));
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
        var event = tail.get(reached + 1);
        while (event != null && written < TURN) {
            reached = event.index();
            reachedPosition = event.position();
            written += 1 + handOut(event, now);
            event = tail.get(reached + 1);
        }
        flushDirty();
        if (tail.last() > reached) {
            if (tail.get(reached + 1) == null) {
                beOvertaken();
            }
            wake();
        }
    }

    private int handOut(FramedEvent event, long now) {
        var offered = 0;
        for (var addressee : event.event().addresseeIds()) {
            for (var line : listeners.getOrDefault(addressee, List.of())) {
                line.offer(event, now);
                offered++;
            }
        }
        if (event.board() != null) {
            for (var line : boards.getOrDefault(event.board(), Set.of())) {
                line.offer(event, now);
                offered++;
            }
        }
        return offered;
    }

    /** The loop was busy for so long that the ring went round: each line fetches what it missed from the database. */
    private void beOvertaken() {
        var before = reachedPosition;
        var newest = tail.get(tail.last());
        if (newest != null) {
            reached = newest.index();
            reachedPosition = newest.position();
            List.copyOf(lines).forEach(line -> line.overtakenAt(before));
        }
    }

    void flushSoon(Line line) {
        dirty.add(line);
    }

    private void flushDirty() {
        dirty.forEach(Line::flush);
        dirty.clear();
    }

    void replay(Line line, LogPosition position) {
        replays.read(
                position,
                events -> later(() -> {
                    line.replayed(events);
                    flushDirty();
                }),
                () -> later(line::cut));
    }

    private void tick() {
        var now = System.nanoTime();
        List.copyOf(lines).forEach(line -> line.tick(now, rules));
        flushDirty();
    }

    /** Ends all lines with a word, and whatever joins later. */
    void close(String word) {
        closed = word;
        List.copyOf(lines).forEach(line -> line.end(word));
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
