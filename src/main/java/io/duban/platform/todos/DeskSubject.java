package io.duban.platform.todos;

import java.util.List;
import java.util.UUID;

/**
 * What a to-do is about, as one officer sees it when he reads it by itself.
 *
 * @param version to be sent back in If-Match
 * @param legalActions what he may do with it now
 * @param parts of it that have steps of their own
 */
public record DeskSubject(
        UUID id, long version, String title, String status, List<String> legalActions, List<Part> parts) {

    /** A part, such as a unit's assignment, and what he may do with it now. */
    public record Part(UUID id, List<String> legalActions) {}
}
