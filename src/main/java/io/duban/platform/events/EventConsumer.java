package io.duban.platform.events;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A module that reacts to what others announce. It reads the log under a name, from a cursor that all instances share: what it makes of a page of events
 * and the cursor's move are one statement, so that nothing is lost or doubled, whoever is killed when. A new name begins at the end of the log.
 *
 * <p>To take part, be a bean. Changing the name is being a new consumer.
 */
public interface EventConsumer {

    /** For good, and nobody else's. */
    String name();

    /**
     * What these events make it write. Must have no effect of its own: it runs again when another instance was faster.
     *
     * <p>An event it fails on becomes a dead letter, and the next ones go on; only what the database fails with is tried again.
     *
     * @param page in commit order, never empty
     * @param epoch of the database, for cursors that are told to others
     */
    Mono<Reaction> react(List<LoggedEvent> page, String epoch);

    /**
     * Whether it wants events at all now. While it does not, the log is passed by without being read; what is committed after it was asked it will be given,
     * if it says yes by then.
     */
    default Mono<Boolean> isListening() {
        return Mono.just(true);
    }

    /** Told after a page was committed, so that what was written can be looked at. Must be quick. */
    default void committed() {}
}
