package io.duban.platform.todos;

import io.duban.platform.calendar.AlertLight;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A to-do and where it stands on the desk.
 *
 * @param kind of the subject, as the desk calls it
 * @param action what is asked of the person
 * @param onBehalfOf the principal whose to-do it is
 */
public record DeskLine(
        UUID todoId,
        String kind,
        UUID subjectId,
        String action,
        String urgency,
        @Nullable Instant dueAt,
        Instant openedAt,
        @Nullable UUID onBehalfOf,
        AlertLight light,
        DeskQuery.Place place) {}
