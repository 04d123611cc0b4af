package io.duban.supervision.notices;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A letter, card, bulletin, talk or transfer of the supervision office. A unit knows of it once it was delivered there; proposals and drafts are
 * for the office and its leaders alone.
 */
interface SupervisionPaper extends Subject {

    PaperHead head();

    Enum<?> status();

    @Override
    default String title() {
        return head().title();
    }

    @Override
    default String state() {
        return status().name();
    }

    @Override
    default Audience audience() {
        return head().delivered()
                ? new Audience("supervision:read", head().unitIds(), head().participantIds())
                : new Audience("supervision:create", Set.of(), head().participantIds());
    }

    @Override
    default @Nullable Instant dueAt() {
        return head().dueAt();
    }

    @Override
    default AlertLight light(Instant now) {
        return AlertLight.of(now, null, head().dueAt(), false);
    }
}
