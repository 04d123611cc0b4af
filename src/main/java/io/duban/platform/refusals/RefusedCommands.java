package io.duban.platform.refusals;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import io.duban.platform.web.RefusalWitness;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps the refusals of {@link RefusalKind}: one row a command, however often it is repeated; a database that is away costs the row, never the answer. */
@Component
class RefusedCommands implements RefusalWitness {

    private static final Logger log = LoggerFactory.getLogger(RefusedCommands.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Commands commands;
    private final RefusedCommandRows rows;
    private final Clock clock;

    RefusedCommands(Commands commands, RefusedCommandRows rows, Clock clock) {
        this.commands = commands;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Mono<Void> sees(Refusal refusal, ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(RefusalKind.of(refusal.code()))
                .zipWith(
                        Mono.justOrEmpty(Access.found(exchange)),
                        (kind, access) -> row(kind, refusal, access, exchange))
                .flatMap(this::keep));
    }

    private Mono<Void> keep(RefusedCommand row) {
        return commands.unattended("keepRefusal", unknown(row).map(this::told))
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    log.error(
                            "A refusal was not kept: {} of person {} at {}, fingerprint {}",
                            row.code(),
                            row.actorId(),
                            row.operation(),
                            row.fingerprint(),
                            failure);
                    return Mono.empty();
                });
    }

    private Mono<RefusedCommand> unknown(RefusedCommand row) {
        var key = row.requestKey();
        return key == null
                ? Mono.just(row)
                : rows.isKnown(row.clientId(), row.actorId(), key, row.fingerprint())
                        .filter(known -> !known)
                        .map(absent -> row);
    }

    private Outcome<RefusedCommand> told(RefusedCommand row) {
        var classified = row.kind() == RefusalKind.CLASSIFIED;
        var outcome = Outcome.created(row)
                .announcing(row.kind().verb(), classified ? Priority.URGENT : Priority.INFO, row.refusedAt());
        return classified
                ? outcome.opening(RefusedCommand.ACKNOWLEDGE, Assignee.holders(Role.SECRECY_OFFICER), null)
                : outcome;
    }

    private RefusedCommand row(RefusalKind kind, Refusal refusal, Access access, ServerWebExchange exchange) {
        var asked = new AskedFor(exchange);
        var hash = refusal.contentHash();
        return new RefusedCommand(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                kind,
                kind.code().name(),
                access.actor().id(),
                access.mandate() == null ? null : access.officer().id(),
                access.actor().unitId(),
                access.actor().clientId(),
                asked.address(),
                access.operation().id(),
                asked.subjectId(),
                asked.key(),
                hash == null ? asked.hash() : hash,
                null,
                null);
    }
}
