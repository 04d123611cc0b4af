package io.duban.platform.commands;

import io.duban.platform.calendar.Continuation;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Recount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The part of an {@link Outcome} that is about the subject's clocks.
 *
 * @param <O> the outcome itself, so that its sentence can go on
 */
abstract class DecidedClocks<O> {

    final Effects effects = new Effects();

    abstract UUID subjectId();

    abstract O self();

    /** Starts a clock of the subject. */
    public O starting(Deadline deadline) {
        effects.started.add(new Effects.StartedClock(deadline, null));
        return self();
    }

    /** Starts a clock of the subject that puts a to-do on somebody's desk when it turns red. */
    public O starting(Deadline deadline, Escalation escalation) {
        effects.started.add(new Effects.StartedClock(deadline, escalation));
        return self();
    }

    /** Stops the clock of a step of the subject, at the instant of what satisfied it. */
    public O satisfying(String step, Instant at) {
        effects.satisfied.add(new Effects.StoppedClock(subjectId(), step, at));
        return self();
    }

    /** Lets a stopped clock go on as if it had never stopped: a hand-in was returned (domain 0.3). */
    public O resuming(String step) {
        effects.resumed.add(new Effects.ResumedClock(subjectId(), step));
        return self();
    }

    /** Gives the running clock of a step a later date: an extension was granted. Its original date stays (domain D11). */
    public O extending(String step, Instant dueAt, Instant warnAt) {
        effects.moved.add(new Effects.MovedClock(subjectId(), step, dueAt, warnAt, null));
        return self();
    }

    /** Puts the running clock of a step under another rule, as if it had run under it from the start. */
    public O replacing(Deadline deadline) {
        effects.moved.add(new Effects.MovedClock(
                subjectId(), deadline.step(), deadline.currentDueAt(), deadline.warnAt(), deadline));
        return self();
    }

    /**
     * Lets the running clock of a step stand still: it turns no light and calls nobody until it goes on, and what it had called for is off the
     * desks. One that stands still already, stands still since then.
     */
    public O suspending(String step) {
        effects.suspended.add(new Effects.SuspendedClock(subjectId(), step));
        return self();
    }

    /** Lets a suspended clock go on, with the dates that {@code Deadlines.resumed} found. Its original date stays. */
    public O continuing(Continuation dates) {
        effects.continued.add(dates);
        return self();
    }

    /** Gives open clocks of any subjects what another calendar makes of them; who has such a subject on his desk is told when its date moves. */
    public O recounting(List<Recount> recounts) {
        effects.recounted.addAll(recounts);
        return self();
    }
}
