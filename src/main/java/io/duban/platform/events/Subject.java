package io.duban.platform.events;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command changes: everything an event, a to-do and an audit row say about it. */
public interface Subject extends Versioned {

    /** Its kind as events name it, such as {@code hotline.ticket}. */
    String subjectType();

    /** What it is about, without personal data: it travels on the stream. */
    String title();

    /** The name of its state. */
    String state();

    Audience audience();

    /** When it is due; null without a running clock. */
    @Nullable
    Instant dueAt();

    /** Its light at an instant. */
    AlertLight light(Instant now);

    /**
     * What statistics need to know of it as it now stands, put together by {@link Facts}: kinds, dates, outcomes, units and other subjects, never a
     * person and never anybody's words. Every event keeps them in the log, and none carries them on the stream. Empty for a subject that is counted
     * by its rows.
     */
    default Map<String, String> loggedFacts() {
        return Map.of();
    }
}
