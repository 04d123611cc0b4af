package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A chase letter (催办函) is a chase as any other: between the two a unit is left in peace for a working day (domain 0.4). */
@Component
public class ChasingByLetter {

    private final MatterFiles files;
    private final MatterClocks clocks;

    ChasingByLetter(MatterFiles files, MatterClocks clocks) {
        this.files = files;
        this.clocks = clocks;
    }

    /** {@code E_GEN_CHASE_TOO_OFTEN} before the next working day, however it was chased. */
    public Mono<Void> requireRested(UUID matterId, UUID assignmentId, Instant now) {
        return file(matterId)
                .doOnNext(
                        file -> file.assignment(assignmentId).reminding().rest().require(now))
                .then();
    }

    /** The part with this chase, to be written with the letter; whoever was to chase it has done so. Refuses as {@link #requireRested}. */
    public Mono<Outcome<MatterFile>> chased(UUID matterId, UUID assignmentId, Command command) {
        return file(matterId).flatMap(before -> {
            var part = before.assignment(assignmentId);
            part.reminding().rest().require(command.now());
            return clocks.chaseRest(matterId, part.unitId(), command.now()).map(until -> {
                var chased =
                        part.edit().reminding(part.reminding().chased(until)).done();
                var after = before.after(chased, command.now());
                return AssignmentFeedback.changed(after, part.id())
                        .closing(UnitStep.CHASE.of(part.unitId()))
                        .announcing(Event.of("chased", Priority.REMINDER, after, command.now())
                                .to(Set.of(part.unitId())));
            });
        });
    }

    private Mono<MatterFile> file(UUID matterId) {
        return files.find(matterId).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
