package io.duban.platform.commands;

import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.events.Subject;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.todos.Assignee;
import io.duban.platform.todos.TodoOrder;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow decided, before anything is written: the changed rows, the event, to-dos and clocks. {@link Commands} writes it all in one
 * statement or not at all.
 *
 * @param <T> the subject
 */
public final class Outcome<T extends Subject> extends DecidedClocks<Outcome<T>> {

    private final T subject;
    private String detail = "";

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
        outcome.effects.updates.add(subject);
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
        effects.inserts.add(row);
        return this;
    }

    /** Writes a further changed row, guarded by its version, in the same statement. */
    public Outcome<T> updating(Versioned row) {
        effects.updates.add(row);
        return this;
    }

    /** Adds to the operation's name in the audit trail what the rows do not say: for what reason somebody was told something. */
    public Outcome<T> detailed(String detail) {
        this.detail = detail;
        return this;
    }

    /** Says what happened to the subject: {@code "dispatched"}. */
    public Outcome<T> announcing(String verb, Priority priority, Instant now) {
        return announcing(Event.of(verb, priority, subject, now));
    }

    public Outcome<T> announcing(Event event) {
        effects.events.add(event);
        return this;
    }

    /**
     * States a fact of this step for statistics, such as the reason of an exclusion, in the event that was announced last; see
     * {@link Subject#loggedFacts()} for what may be one. Null states nothing.
     */
    public Outcome<T> stating(String name, @Nullable Object value) {
        effects.events.add(effects.events.remove(effects.events.size() - 1).stating(name, value));
        return this;
    }

    /** Puts a to-do on somebody's desk. */
    public Outcome<T> opening(String action, Assignee assignee, @Nullable Instant dueAt) {
        effects.opened.add(new Effects.OpenedTodo(subject, new TodoOrder(action, assignee, dueAt)));
        return this;
    }

    /** Takes the to-dos of an action off all desks. */
    public Outcome<T> closing(String action) {
        effects.closed.add(new Effects.ClosedTodo(subject.id(), action, null, null));
        return this;
    }

    /** Takes the to-do of an action off one person's desk. */
    public Outcome<T> closing(String action, UUID person) {
        effects.closed.add(new Effects.ClosedTodo(subject.id(), action, person, null));
        return this;
    }

    /** Takes the to-dos of an action off the desks of one unit, when other units still have theirs to do. */
    public Outcome<T> closingAt(String action, UUID unit) {
        effects.closed.add(new Effects.ClosedTodo(subject.id(), action, null, unit));
        return this;
    }

    /** Puts copies of what waits for a principal on his delegate's desk: of these units, or of all when there are none. */
    public Outcome<T> sharingDesk(UUID principalId, UUID delegateId, Set<UUID> unitIds) {
        effects.shared.add(new Effects.SharedDesk(principalId, delegateId, unitIds));
        return this;
    }

    /** Takes the copies of a principal's to-dos off his delegate's desk. */
    public Outcome<T> clearingDesk(UUID principalId, UUID delegateId) {
        effects.cleared.add(new Effects.SharedDesk(principalId, delegateId, Set.of()));
        return this;
    }

    /**
     * Takes all to-dos about the subject off the desks and stops all its clocks: it came to an end, or begins anew. What the same command opens and
     * starts is not touched.
     *
     * @param goingOn the actions whose to-dos stay, since they are not about its handling
     */
    public Outcome<T> ending(Instant at, Set<String> goingOn) {
        effects.ended.add(new Effects.EndedSubject(subject.id(), at, goingOn));
        return this;
    }

    /** Takes over all that another outcome decided about its own subject: what one command does to two subjects is still one statement. */
    public Outcome<T> including(Outcome<?> part) {
        effects.include(part.effects);
        effects.others.add(part.subject);
        return this;
    }

    public T subject() {
        return subject;
    }

    @Override
    UUID subjectId() {
        return subject.id();
    }

    @Override
    Outcome<T> self() {
        return this;
    }

    String detail() {
        return detail;
    }

    Effects effects() {
        return effects;
    }

    /** Whether it was all done before, so that no row is new or changed. */
    public boolean changesNothing() {
        return effects.changeNothing();
    }
}
