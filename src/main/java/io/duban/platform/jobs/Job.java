package io.duban.platform.jobs;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A piece of repeated work. It must be safe to be cut off at any point, and to run on two instances at once: one that was frozen while it worked
 * goes on when it thaws, although another has taken its place.
 *
 * @param every the pause between the end of one run and the start of the next
 */
public record Job(String name, Duration every, Where where, Supplier<Mono<?>> work) {

    /** Who runs it. */
    public enum Where {
        /** One at a time, whichever leads; for what all would find the same of. */
        ONE_INSTANCE,
        /** All of them; for what lies on their own disks, or what they share out among themselves. */
        EACH_INSTANCE
    }

    /** Work for one instance at a time. */
    public Job(String name, Duration every, Supplier<Mono<?>> work) {
        this(name, every, Where.ONE_INSTANCE, work);
    }

    /** Work for all instances. */
    public static Job onEachInstance(String name, Duration every, Supplier<Mono<?>> work) {
        return new Job(name, every, Where.EACH_INSTANCE, work);
    }
}
