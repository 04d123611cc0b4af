package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentAct.CHASE;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A unit chased by hand (催办), at most once per working day; it is written down whom, how, and what he answered. */
@Component
class PartChasing {

    private final MatterFiles files;
    private final MatterClocks clocks;
    private final Directory directory;

    PartChasing(MatterFiles files, MatterClocks clocks, Directory directory) {
        this.files = files;
        this.clocks = clocks;
        this.directory = directory;
    }

    /** {@code E_GEN_CHASE_TOO_OFTEN} before the next working day. The head of the unit is told. */
    Mono<Outcome<MatterFile>> chase(UUID matterId, UUID assignmentId, ChaseRecord.Call call, Command command) {
        return files.require(matterId, command.access().reach()).flatMap(before -> {
            var part = before.assignment(assignmentId);
            CHASE.check(part, command);
            before.matter().requireUnderWay(CHASE.name());
            part.reminding().rest().require(command.now());
            return clocks.chaseRest(before.id(), part.unitId(), command.now())
                    .flatMap(until -> chased(before, part, call, until, command));
        });
    }

    private Mono<Outcome<MatterFile>> chased(
            MatterFile before, SupervisionAssignment part, ChaseRecord.Call call, Instant until, Command command) {
        var chased = part.edit().reminding(part.reminding().chased(until)).done();
        var after = before.after(chased, command.now());
        return directory
                .holdersAt(part.unitId(), UNIT_HEAD)
                .map(heads -> AssignmentFeedback.changed(after, part.id())
                        .inserting(ChaseRecord.of(part, call, until, command))
                        .inserting(MatterEntry.of(CHASE, chased, call.words(), command))
                        .closing(UnitStep.CHASE.of(part.unitId()))
                        .announcing(Event.of("chased", Priority.REMINDER, after, command.now())
                                .to(heads)));
    }
}
