package io.duban.platform.events;

import io.duban.platform.persistence.Statement;

/** What a consumer writes because of events: pieces of the one statement that also moves its cursor. */
@FunctionalInterface
public interface Reaction {

    /** The events concern nobody. */
    Reaction NONE = statement -> {};

    void writeInto(Statement statement);
}
