package io.duban.documents.incoming;

import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import java.time.Instant;

/** Events of a paper that are not named after the paper's own way: whoever watches for them watches all papers. */
final class Signals {

    private Signals() {}

    /** Something was acted on outside the office's line (体外循环). */
    static Event bypass(PaperFile paper, Instant now) {
        return named("document.bypass.recorded", Event.of("recorded", Priority.ACTION, paper, now));
    }

    /** A paper to act on lies on nobody's desk (漏办). */
    static Event orphan(PaperFile paper, Instant now) {
        return named("document.orphan.detected", Event.of("detected", Priority.URGENT, paper, now));
    }

    private static Event named(String type, Event event) {
        return new Event(
                type,
                event.priority(),
                event.subjectType(),
                event.subjectId(),
                event.subjectVersion(),
                event.title(),
                event.state(),
                event.audience(),
                event.addressees(),
                event.dueAt(),
                event.light(),
                event.occurredAt());
    }
}
