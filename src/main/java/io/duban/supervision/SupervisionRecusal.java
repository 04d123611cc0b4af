package io.duban.supervision;

import io.duban.platform.commands.Outcome;
import io.duban.supervision.matters.MatterRecusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps whoever is reported away from a matter that was drafted before anybody named him (回避, {@link io.duban.platform.identity.Recusal}). */
@Component
public class SupervisionRecusal {

    private final MatterRecusal matters;

    SupervisionRecusal(MatterRecusal matters) {
        this.matters = matters;
    }

    /**
     * @param marks of whoever is kept away now from what the matter comes from
     * @return a part of the command that names them; empty where there is nothing to change
     */
    public Mono<Outcome<?>> keptFrom(UUID matterId, Set<UUID> marks, Instant now) {
        return matters.keptFrom(matterId, marks, now).map(part -> part);
    }
}
