package io.duban.platform.clocks;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clocks of what somebody may know of, and why they say what they say. */
@Component
class ClockReading {

    private final ClockFiles files;
    private final SubjectReach reach;
    private final Deadlines deadlines;

    ClockReading(ClockFiles files, SubjectReach reach, Deadlines deadlines) {
        this.files = files;
        this.reach = reach;
        this.deadlines = deadlines;
    }

    /** A clock and the steps that lead to its date, in the reader's language. */
    record Explained(ClockFile clock, List<String> steps) {}

    /** Nothing for a subject that is absent or out of reach. */
    Mono<List<ClockFile>> ofSubject(UUID subjectId, Access access) {
        return reach.reached(subjectId, access).flatMap(files::ofSubject).defaultIfEmpty(List.of());
    }

    /** Refused with {@code E_WEB_NOT_FOUND} when it is absent, or its subject out of reach. */
    Mono<Explained> explained(UUID deadlineId, @Nullable Locale locale, Access access) {
        return files.find(deadlineId)
                .filterWhen(clock ->
                        reach.reached(clock.deadline().subjectId(), access).hasElement())
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(clock -> deadlines
                        .explain(clock.deadline(), clock.history(), locale)
                        .map(steps -> new Explained(clock, steps)));
    }
}
