package io.duban.supervision.matters;

import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Recusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A matter's next version that is kept from others than before; nothing else of it changes. */
@Component
public class MatterRecusal {

    private final SupervisionMatters matters;

    MatterRecusal(SupervisionMatters matters) {
        this.matters = matters;
    }

    /** Empty where there is no such matter, or it was kept from them all along. */
    public Mono<Outcome<MatterFile>> keptFrom(UUID matterId, Set<UUID> marks, Instant now) {
        return matters.findById(matterId)
                .filter(matter -> !Recusal.among(matter.participantIds()).equals(marks))
                .map(matter -> with(Recusal.instead(matter.participantIds(), marks), matter, now))
                .map(matter -> Outcome.about(MatterFile.drafted(matter))
                        .updating(matter)
                        .announcing("recusalChanged", Priority.INFO, now));
    }

    private static SupervisionMatter with(Set<UUID> participants, SupervisionMatter matter, Instant now) {
        return new SupervisionMatter(
                matter.id(),
                matter.version() + 1,
                matter.status(),
                matter.brief(),
                matter.hands(),
                matter.term(),
                matter.origin(),
                matter.course(),
                matter.createdAt(),
                now,
                matter.handledAt(),
                matter.unitIds(),
                participants);
    }
}
