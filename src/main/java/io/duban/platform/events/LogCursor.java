package io.duban.platform.events;

import reactor.core.publisher.Mono;

/**
 * Where the log stands. A board that answers with figures asks for the cursor <em>first</em> and reads its figures then: whatever happened at or
 * before the cursor is visible to the query that follows, and whatever happens later comes after the cursor, so nothing falls between.
 */
public interface LogCursor {

    /** The cursor of the last event that is certain to have none before it still on its way. */
    Mono<String> currentCursor();
}
