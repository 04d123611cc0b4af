package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.END_TRACKING;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tracking ends, and the units finish the matter: whoever still owes something goes on where he stood, with a new period. */
@Component
class TrackingEnding {

    private final MatterFiles files;
    private final Trackings trackings;
    private final MatterClocks clocks;
    private final PartResuming resuming;

    TrackingEnding(MatterFiles files, Trackings trackings, MatterClocks clocks, PartResuming resuming) {
        this.files = files;
        this.trackings = trackings;
        this.clocks = clocks;
        this.resuming = resuming;
    }

    Mono<Outcome<MatterFile>> end(UUID matterId, String reason, @Nullable Instant dueAt, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file ->
                        END_TRACKING.check(file.matter().status(), file.matter().version(), command))
                .flatMap(file -> trackings
                        .findByMatterIdAndEndedAtIsNull(matterId)
                        .switchIfEmpty(Mono.error(Refusal::notFound))
                        .flatMap(tracking -> ended(file, tracking, reason, dueAt, command)));
    }

    private Mono<Outcome<MatterFile>> ended(
            MatterFile before, Tracking tracking, String reason, @Nullable Instant dueAt, Command command) {
        return going(before, dueAt, command).map(parts -> {
            var dated = parts.stream()
                    .map(PartResuming.Resumed::part)
                    .reduce(before, MatterFile::withPart, (one, other) -> other);
            var turned = MatterTurns.turned(before.matter(), END_TRACKING, command);
            var file = dated.with(MatterTurns.dated(turned, Term.NONE.after(dated.assignments())));
            var outcome = Outcome.about(file)
                    .updating(file.matter())
                    .updating(tracking.ended(command))
                    .inserting(MatterEntry.of(END_TRACKING, file.id(), reason, command))
                    .closing(Tracking.REPORT)
                    .satisfying(tracking.clock(), command.now())
                    .announcing(Event.of("trackingEnded", Priority.ACTION, file, command.now())
                            .to(Everybody.of(file)));
            parts.forEach(part -> part.on(outcome));
            return outcome;
        });
    }

    /** Those who still owe something, each with a new period, co units with their share of a host's. */
    private Mono<List<PartResuming.Resumed>> going(MatterFile before, @Nullable Instant dueAt, Command command) {
        var urgency = before.matter().brief().urgency();
        return Flux.fromIterable(before.open())
                .filter(part -> part.duty().leads())
                .concatMap(host -> clocks.host(before.id(), host.unitId(), urgency, dueAt, command.now())
                        .flatMap(due -> resuming.restart(before.matter(), host, due, command.now())))
                .collectList()
                .flatMap(hosts -> Mono.justOrEmpty(hosts.stream().findFirst())
                        .flatMapMany(first -> resuming.helpers(before, first.whole(), command.now()))
                        .startWith(hosts)
                        .collectList());
    }
}
