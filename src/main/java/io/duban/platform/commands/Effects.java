package io.duban.platform.commands;

import io.duban.platform.calendar.Continuation;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Recount;
import io.duban.platform.events.Event;
import io.duban.platform.events.Subject;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.todos.TodoOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that an outcome has written beside the answer, each kind in the order it was decided. */
final class Effects {

    final List<Object> inserts = new ArrayList<>();
    final List<Versioned> updates = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<OpenedTodo> opened = new ArrayList<>();
    final List<ClosedTodo> closed = new ArrayList<>();
    final List<SharedDesk> shared = new ArrayList<>();
    final List<SharedDesk> cleared = new ArrayList<>();
    final List<StartedClock> started = new ArrayList<>();
    final List<StoppedClock> satisfied = new ArrayList<>();
    final List<EndedSubject> ended = new ArrayList<>();
    final List<ResumedClock> resumed = new ArrayList<>();
    final List<MovedClock> moved = new ArrayList<>();
    final List<SuspendedClock> suspended = new ArrayList<>();
    final List<Continuation> continued = new ArrayList<>();
    final List<Recount> recounted = new ArrayList<>();

    /** What else the command is about: whoever is kept away from one of them has it on his desk no longer. */
    final List<Subject> others = new ArrayList<>();

    /** A to-do and what it is about. */
    record OpenedTodo(Subject subject, TodoOrder order) {}

    /** To-dos of an action that are done; with a person, only his; with a unit, only those of whoever holds a post there. */
    record ClosedTodo(
            UUID subjectId,
            String action,
            @Nullable UUID person,
            @Nullable UUID unit) {}

    /** What a delegate has on his desk for his principal, in these units; in all when there are none. */
    record SharedDesk(UUID principalId, UUID delegateId, Set<UUID> unitIds) {}

    /** A clock that runs, and what happens when it turns red. */
    record StartedClock(Deadline deadline, @Nullable Escalation escalation) {}

    /** A clock stopped by what happened at an instant. */
    record StoppedClock(UUID subjectId, String step, Instant at) {}

    /** A subject that nobody does anything about any more, but for these actions. */
    record EndedSubject(UUID subjectId, Instant at, Set<String> goingOn) {}

    /** A clock that goes on. */
    record ResumedClock(UUID subjectId, String step) {}

    /** A running clock that gets another date; with a deadline, also another rule, so that its original date is that one's. */
    record MovedClock(
            UUID subjectId,
            String step,
            Instant dueAt,
            Instant warnAt,
            @Nullable Deadline under) {}

    /** A clock that stands still from now on. */
    record SuspendedClock(UUID subjectId, String step) {}

    void include(Effects part) {
        inserts.addAll(part.inserts);
        updates.addAll(part.updates);
        events.addAll(part.events);
        opened.addAll(part.opened);
        closed.addAll(part.closed);
        shared.addAll(part.shared);
        cleared.addAll(part.cleared);
        started.addAll(part.started);
        satisfied.addAll(part.satisfied);
        ended.addAll(part.ended);
        resumed.addAll(part.resumed);
        moved.addAll(part.moved);
        suspended.addAll(part.suspended);
        continued.addAll(part.continued);
        recounted.addAll(part.recounted);
        others.addAll(part.others);
    }

    boolean areNone() {
        return changeNothing()
                && Stream.of(
                                events, opened, closed, shared, cleared, started, satisfied, ended, resumed, moved,
                                suspended, continued, recounted)
                        .allMatch(List::isEmpty);
    }

    /** No row is new or changed: then a command only remembers its answer. */
    boolean changeNothing() {
        return inserts.isEmpty() && updates.isEmpty();
    }
}
