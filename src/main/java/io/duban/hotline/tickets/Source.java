package io.duban.hotline.tickets;

import org.jspecify.annotations.Nullable;

/**
 * The system a ticket came from, and its id and version there; all null for a demand taken by our own agents.
 *
 * @param sourceHash SHA-256 of what was sent, so that a changed body under the same version is noticed
 */
record Source(
        @Nullable String sourceSystem,
        @Nullable String sourceId,
        @Nullable Long sourceVersion,
        byte @Nullable [] sourceHash) {

    static final Source OWN = new Source(null, null, null, null);
}
