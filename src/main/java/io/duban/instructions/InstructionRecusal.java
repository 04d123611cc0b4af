package io.duban.instructions;

import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Recusal;
import io.duban.supervision.SupervisionRecusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps whoever is reported away from the words that leaders wrote on a source before anybody named him, and from the matters that came of them. */
@Component
public class InstructionRecusal {

    private final LeaderInstructions instructions;
    private final SupervisionRecusal matters;

    InstructionRecusal(LeaderInstructions instructions, SupervisionRecusal matters) {
        this.instructions = instructions;
        this.matters = matters;
    }

    /**
     * @param sourceId of what the words were written on
     * @param marks of whoever is kept away from that now, see {@link Recusal}
     * @return parts of the command that names them; none where there is nothing to change
     */
    public Flux<Outcome<?>> keptFrom(UUID sourceId, Set<UUID> marks, Instant now) {
        return instructions
                .findBySourceId(sourceId)
                .filter(before -> !Recusal.among(before.participantIds()).equals(marks))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(before -> Flux.concat(
                        Mono.just(Outcome.changed(before.keptFrom(marks, now))
                                .announcing("recusalChanged", Priority.INFO, now)),
                        Mono.justOrEmpty(before.course().handling().matterId())
                                .flatMap(matter -> matters.keptFrom(matter, marks, now))));
    }
}
