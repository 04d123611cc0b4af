package io.duban.platform.realtime;

import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import java.util.List;

/**
 * One open stream. It has no queue: while it is level with its lane it is handed events, and when the client is slow it only remembers how far
 * it came, and fetches the rest from the tail, or from the database, once the socket has drained. Confined to the lane's event loop.
 */
final class Line {

    private enum State {
        /** On its way from its own position to the lane's. */
        CATCHING_UP,
        /** Waits for the database. */
        REPLAYING,
        LEVEL,
        /** Waits for the client to read. */
        BLOCKED,
        ENDED
    }

    private final Wire wire;
    private final Lane lane;
    private final Term term;
    private Viewer viewer;
    private LogPosition position;
    private State state = State.CATCHING_UP;
    private long blockedAt;

    Line(Wire wire, Lane lane, Viewer viewer, LogPosition position, Term term) {
        this.wire = wire;
        this.lane = lane;
        this.viewer = viewer;
        this.position = position;
        this.term = term;
    }

    Lane lane() {
        return lane;
    }

    Viewer viewer() {
        return viewer;
    }

    void view(Viewer now) {
        viewer = now;
    }

    boolean hasEnded() {
        return state == State.ENDED;
    }

    Wire wire() {
        return wire;
    }

    /** An event of one of its streams, handed out to the whole lane. */
    void offer(FramedEvent event, long now) {
        if (state == State.LEVEL && event.position().isAfter(position)) {
            lane.orCut(this, () -> {
                position = event.position();
                if (viewer.mayKnow(event.event())) {
                    write(event.frame(), now);
                }
            });
        }
    }

    private void write(Frame frame, long now) {
        if (wire.write(frame, now)) {
            lane.flushSoon(wire);
        }
        if (!wire.takesMore()) {
            block(now);
        }
    }

    private void block(long now) {
        position = passed();
        state = State.BLOCKED;
        blockedAt = now;
        // Later and not at once: we may be in the middle of catching up.
        wire.whenDrained(() -> lane.later(this::drained));
    }

    private void drained() {
        if (state == State.BLOCKED) {
            catchUp();
        }
    }

    /** Goes from its own position to where the lane is. */
    void catchUp() {
        lane.orCut(this, this::advance);
    }

    private void advance() {
        state = State.CATCHING_UP;
        var tail = lane.tail();
        var now = System.nanoTime();
        for (var index = tail.indexAfter(position); index <= lane.reached(); index++) {
            var event = tail.get(index);
            if (event == null) {
                state = State.REPLAYING;
                lane.replay(this, position);
                return;
            }
            position = event.position();
            if (viewer.sees(event.event(), event.board())) {
                write(event.frame(), now);
            }
            if (state != State.CATCHING_UP) {
                return;
            }
        }
        state = State.LEVEL;
    }

    /** Continues with what the database had after its position. */
    void replayed(List<LoggedEvent> events) {
        if (state == State.REPLAYING) {
            lane.orCut(this, () -> advance(events));
        }
    }

    private void advance(List<LoggedEvent> events) {
        state = State.CATCHING_UP;
        var now = System.nanoTime();
        for (var event : events) {
            position = event.position();
            if (viewer.sees(event, FramedEvent.boardOf(event.subjectType()))) {
                write(lane.tail().encode(event), now);
            }
            if (state != State.CATCHING_UP) {
                return; // the rest is read again when the socket has drained
            }
        }
        if (events.isEmpty()) {
            position = lane.reachedPosition(); // nothing is left in between, or it would have been read
        }
        advance();
    }

    /** It was level with the lane when the lane itself was overtaken. */
    void overtakenAt(LogPosition reached) {
        if (state == State.LEVEL) {
            position = reached.isAfter(position) ? reached : position;
            catchUp();
        }
    }

    /** Once in a while: ends, gives up or beats. Whoever reads slowly is nearly always waited for, and has no longer a term for it. */
    void tick(long now, StreamRules rules) {
        if (term.isOver(now)) {
            end(term.lastWord());
        } else if (state == State.BLOCKED && now - blockedAt > rules.patience().toNanos()) {
            cut();
        } else if (state == State.LEVEL && wire.quiet(now) >= rules.heartbeat().toNanos()) {
            lane.orCut(this, () -> write(Frames.HEARTBEAT, now));
        }
    }

    /** Says a last word where it can be heard. */
    void end(String word) {
        if (state == State.BLOCKED) {
            cut();
        } else if (state != State.ENDED) {
            lane.orCut(this, () -> sayLast(word));
        }
    }

    private void sayLast(String word) {
        wire.write(Frame.of(Frames.ended(lane.tail().cursor(passed()), word)), System.nanoTime());
        wire.flush();
        state = State.ENDED;
        wire.end();
    }

    void cut() {
        state = State.ENDED;
        wire.cut();
    }

    void clientHasGone() {
        state = State.ENDED;
    }

    /** How far the client need never look back: a line that is level has seen all the lane has, though little of it was for it. */
    private LogPosition passed() {
        return state == State.LEVEL && lane.reachedPosition().isAfter(position) ? lane.reachedPosition() : position;
    }
}
