package io.duban.platform.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The computed state of a clock. It is never stored and never a judgement: a yellow or red <em>card</em> is a decision of
 * a person.
 */
public enum AlertLight {
    GREEN,
    /** The warning threshold of the rule is reached. */
    YELLOW,
    /** Due and not finished. */
    RED,
    /** Suspended: it stands still until it goes on. */
    GREY,
    /** There is no clock, or the work is finished. */
    NONE;

    /**
     * @param warnAt from this instant on the light is yellow; null: it goes from green to red
     * @param dueAt after this instant the light is red; at it, not yet; null: there is no deadline
     * @param finished the hand-in was accepted, whether in time or late
     */
    public static AlertLight of(Instant now, @Nullable Instant warnAt, @Nullable Instant dueAt, boolean finished) {
        if (finished || dueAt == null) {
            return NONE;
        }
        if (now.isAfter(dueAt)) {
            return RED;
        }
        return warnAt == null || now.isBefore(warnAt) ? GREEN : YELLOW;
    }

    /** As {@link #of(Instant, Instant, Instant, boolean)} of a clock that may stand still: then it is grey, unless the work is finished. */
    public static AlertLight of(
            Instant now, @Nullable Instant warnAt, @Nullable Instant dueAt, boolean finished, boolean suspended) {
        var light = of(now, warnAt, dueAt, finished);
        return suspended && light != NONE ? GREY : light;
    }
}
