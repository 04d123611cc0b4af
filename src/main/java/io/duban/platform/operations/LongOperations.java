package io.duban.platform.operations;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For the module whose work it is: takes an operation up, says how far it is, ends it. */
@Component
public class LongOperations {

    /** One that nobody holds, or not any more. */
    private static final String HOLD = """
            update operation set version = version + 1, held_by = $1, held_until = $2
            where id = (select id from operation
                        where kind = $3 and status = 'RUNNING' and (held_until is null or held_until < $4)
                        order by started_at limit 1 for update skip locked)
            returning id""";

    private final OperationRows rows;
    private final Commands commands;
    private final DatabaseClient database;
    private final Clock clock;

    LongOperations(OperationRows rows, Commands commands, DatabaseClient database, Clock clock) {
        this.rows = rows;
        this.commands = commands;
        this.database = database;
        this.clock = clock;
    }

    /** The outcome that starts one, addressed to its owner; its module adds what the work needs. */
    public static Outcome<LongOperation> starting(LongOperation operation) {
        return Outcome.created(operation).announcing(told("started", operation, operation.startedAt()));
    }

    public Mono<LongOperation> find(UUID id) {
        return rows.findById(id);
    }

    /** The oldest of a kind that nobody works on, held from now on by this instance; empty when there is none. */
    public Mono<LongOperation> takeUp(String kind, UUID instance, Duration lease) {
        var now = now();
        return database.sql(HOLD)
                .bind(0, instance)
                .bind(1, now.plus(lease))
                .bind(2, kind)
                .bind(3, now)
                .mapValue(UUID.class)
                .one()
                .flatMap(rows::findById);
    }

    /** Tells how far it is and holds it for longer; nothing happens when it has ended or another instance has it. */
    public Mono<Void> progress(UUID id, UUID instance, Mono<Tally> tally, Duration lease) {
        return step("progressOperation", id, instance, tally, (operation, sofar) -> {
            var now = now();
            var next = operation.progressed(sofar, now.plus(lease), now);
            return Outcome.changed(next).announcing(told("progressed", next, now));
        });
    }

    /** Ends it, all done; nothing happens when it has ended or another instance has it. */
    public Mono<Void> finish(UUID id, UUID instance, Mono<Tally> tally) {
        return step("finishOperation", id, instance, tally, (operation, sofar) -> {
            var next = operation.finished(sofar, now());
            return Outcome.changed(next).announcing(told("finished", next, next.changedAt()));
        });
    }

    static Event told(String verb, LongOperation operation, Instant now) {
        return Event.of(verb, Priority.INFO, operation, now).to(Set.of(operation.ownerId()));
    }

    private interface Step {
        Outcome<LongOperation> of(LongOperation operation, Tally tally);
    }

    private Mono<Void> step(String action, UUID id, UUID instance, Mono<Tally> tally, Step step) {
        return commands.unattended(
                action,
                Mono.defer(() -> rows.findById(id))
                        .filter(operation -> operation.isHeldBy(instance))
                        .zipWith(tally, step::of));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
