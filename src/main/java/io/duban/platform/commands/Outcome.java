package io.duban.platform.commands;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.events.Subject;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.todos.Assignee;
import io.duban.platform.todos.TodoOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow decided, before anything is written: the changed rows, the event, to-dos and clocks. {@link Commands} writes it all in one
 * statement or not at all.
 *
 * @param <T> the subject
 */
public final class Outcome<T extends Subject> {

    private final T subject;
    private final List<Object> inserts = new ArrayList<>();
    private final List<Versioned> updates = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<OpenedTodo> opened = new ArrayList<>();
    private final List<ClosedTodo> closed = new ArrayList<>();
    private final List<Deadline> started = new ArrayList<>();
    private final List<StoppedClock> satisfied = new ArrayList<>();
    private final List<ResumedClock> resumed = new ArrayList<>();

    /** A to-do and what it is about. */
    record OpenedTodo(Subject subject, TodoOrder order) {}

    /** To-dos of an action that are done; with a person, only his; with a unit, only those of whoever holds a post there. */
    record ClosedTodo(
            UUID subjectId,
            String action,
            @Nullable UUID person,
            @Nullable UUID unit) {}

    /** A clock stopped by what happened at an instant. */
    record StoppedClock(UUID subjectId, String step, Instant at) {}

    /** A clock that goes on. */
    record ResumedClock(UUID subjectId, String step) {}

    private Outcome(T subject) {
        this.subject = subject;
    }

    /** A new subject. */
    public static <T extends Subject> Outcome<T> created(T subject) {
        return new Outcome<>(subject).inserting(subject);
    }

    /** A changed subject, carrying its next version. */
    public static <T extends Subject> Outcome<T> changed(T subject) {
        var outcome = new Outcome<>(subject);
        outcome.updates.add(subject);
        return outcome;
    }

    /** A subject put together of several rows; the caller adds those that are new or changed. */
    public static <T extends Subject> Outcome<T> about(T subject) {
        return new Outcome<>(subject);
    }

    /** Nothing to do: it was done before, under another key. Only the answer is remembered. */
    public static <T extends Subject> Outcome<T> unchanged(T subject) {
        return new Outcome<>(subject);
    }

    /** Writes a further new row in the same statement. */
    public Outcome<T> inserting(Object row) {
        inserts.add(row);
        return this;
    }

    /** Writes a further changed row, guarded by its version, in the same statement. */
    public Outcome<T> updating(Versioned row) {
        updates.add(row);
        return this;
    }

    /** Says what happened to the subject: {@code "dispatched"}. */
    public Outcome<T> announcing(String verb, Priority priority, Instant now) {
        return announcing(Event.of(verb, priority, subject, now));
    }

    public Outcome<T> announcing(Event event) {
        events.add(event);
        return this;
    }

    /** Puts a to-do on somebody's desk. */
    public Outcome<T> opening(String action, Assignee assignee, @Nullable Instant dueAt) {
        opened.add(new OpenedTodo(subject, new TodoOrder(action, assignee, dueAt)));
        return this;
    }

    /** Takes the to-dos of an action off all desks. */
    public Outcome<T> closing(String action) {
        closed.add(new ClosedTodo(subject.id(), action, null, null));
        return this;
    }

    /** Takes the to-do of an action off one person's desk. */
    public Outcome<T> closing(String action, UUID person) {
        closed.add(new ClosedTodo(subject.id(), action, person, null));
        return this;
    }

    /** Takes the to-dos of an action off the desks of one unit, when other units still have theirs to do. */
    public Outcome<T> closingAt(String action, UUID unit) {
        closed.add(new ClosedTodo(subject.id(), action, null, unit));
        return this;
    }

    /** Starts a clock of the subject. */
    public Outcome<T> starting(Deadline deadline) {
        started.add(deadline);
        return this;
    }

    /** Stops the clock of a step of the subject, at the instant of what satisfied it. */
    public Outcome<T> satisfying(String step, Instant at) {
        satisfied.add(new StoppedClock(subject.id(), step, at));
        return this;
    }

    /** Lets a stopped clock go on as if it had never stopped: a hand-in was returned (domain 0.3). */
    public Outcome<T> resuming(String step) {
        resumed.add(new ResumedClock(subject.id(), step));
        return this;
    }

    /** Takes over all that another outcome decided about its own subject: what one command does to two subjects is still one statement. */
    public Outcome<T> including(Outcome<?> part) {
        inserts.addAll(part.inserts);
        updates.addAll(part.updates);
        events.addAll(part.events);
        opened.addAll(part.opened);
        closed.addAll(part.closed);
        started.addAll(part.started);
        satisfied.addAll(part.satisfied);
        resumed.addAll(part.resumed);
        return this;
    }

    public T subject() {
        return subject;
    }

    boolean changesNothing() {
        return inserts.isEmpty() && updates.isEmpty();
    }

    List<Object> inserts() {
        return inserts;
    }

    List<Versioned> updates() {
        return updates;
    }

    List<Event> events() {
        return events;
    }

    List<OpenedTodo> opened() {
        return opened;
    }

    List<ClosedTodo> closed() {
        return closed;
    }

    List<Deadline> started() {
        return started;
    }

    List<StoppedClock> satisfied() {
        return satisfied;
    }

    List<ResumedClock> resumed() {
        return resumed;
    }
}
