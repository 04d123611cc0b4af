package io.duban.supervision;

import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.supervision.matters.MatterFile;
import io.duban.supervision.matters.SupervisionMatters;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps whoever is reported away from a matter that was drafted before anybody named him (回避, {@link io.duban.platform.identity.Recusal}). */
@Component
public class SupervisionRecusal {

    private final SupervisionMatters matters;

    SupervisionRecusal(SupervisionMatters matters) {
        this.matters = matters;
    }

    /**
     * @param marks of whoever is kept away now from what the matter comes from
     * @return a part of the command that names them; empty where there is nothing to change
     */
    public Mono<Outcome<?>> keptFrom(UUID matterId, Set<UUID> marks, Instant now) {
        return matters.findById(matterId)
                .mapNotNull(matter -> matter.keptFrom(marks, now))
                .map(matter -> Outcome.about(MatterFile.drafted(matter))
                        .updating(matter)
                        .announcing("recusalChanged", Priority.INFO, now));
    }
}
