package io.duban.platform.clocks;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.DeadlineHistory;
import io.duban.platform.calendar.DeadlineRule;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When work would be due: nothing is started. */
@Component
class Previewing {

    private static final UUID NOTHING = new UUID(0, 0);

    private final Deadlines deadlines;

    Previewing(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The clock as it would be, and the steps that lead to its date. */
    record Preview(Deadline deadline, List<String> steps) {}

    Mono<Preview> preview(String ruleId, Instant triggerAt, @Nullable Locale locale) {
        return deadlines
                .rules()
                .filter(rules -> rules.stream().map(DeadlineRule::ruleId).anyMatch(ruleId::equals))
                .switchIfEmpty(Mono.error(
                        () -> Refusal.invalid("ruleId", "没有这条时限规则。", "There is no deadline rule of this name.")))
                .flatMap(rules -> deadlines.start(ruleId, "preview", NOTHING, "PREVIEW", triggerAt))
                .flatMap(clock ->
                        deadlines.explain(clock, DeadlineHistory.NONE, locale).map(steps -> new Preview(clock, steps)));
    }
}
