package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.events.Doorbell;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Mandates;
import io.duban.platform.persistence.Statement;
import io.duban.platform.problem.Refusal;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a command, all or nothing. A repeated key gets the stored answer. When somebody was faster (a guarded row moved on, a unique key was
 * taken), the workflow reads and decides once more, so that the refusal or the answer fits what is true now.
 *
 * <p>A key is looked up first where something new is to be made. Whoever has seen a version is decided on at once, since his repetition cannot be carried
 * out: what he saw has moved on, or else the key's own row is there. Then its answer is looked for; nearly all commands are no repetitions and are a round
 * trip shorter.
 */
@Component
public class Commands {

    private static final int MOST_ATTEMPTS = 30;
    private static final String GUARD_MISSED = "DU412";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private final CommandReader reader;
    private final IdempotencyKeys keys;
    private final Mandates mandates;
    private final CommandStatement statements;
    private final DatabaseClient database;
    private final Doorbell doorbell;
    private final JsonMapper json;
    private final Clock clock;

    Commands(
            CommandReader reader,
            IdempotencyKeys keys,
            Mandates mandates,
            CommandStatement statements,
            DatabaseClient database,
            Doorbell doorbell,
            JsonMapper json,
            Clock clock) {
        this.reader = reader;
        this.keys = keys;
        this.mandates = mandates;
        this.statements = statements;
        this.database = database;
        this.doorbell = doorbell;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code work} and commits what it decided, together with the rendered answer.
     *
     * @param body the request's body, for the fingerprint
     * @param type the type of the answer's body
     * @param work reads and decides; writes nothing; may run more than once
     * @param view renders the subject for this command's officer
     */
    public <T extends Subject, D> Mono<ResponseEntity<D>> execute(
            ServerWebExchange exchange,
            Object body,
            Class<D> type,
            Function<Command, Mono<Outcome<T>>> work,
            BiFunction<T, Command, ResponseEntity<D>> view) {
        return execute(() -> reader.read(exchange, body), type, work, view);
    }

    /**
     * The same for a door whose protocol has no idempotency key: the door makes one of what was sent, so that a request sent twice is one command.
     *
     * @param body what passes the net for classified marks
     */
    public <T extends Subject, D> Mono<ResponseEntity<D>> execute(
            ServerWebExchange exchange,
            UUID key,
            Object body,
            Class<D> type,
            Function<Command, Mono<Outcome<T>>> work,
            BiFunction<T, Command, ResponseEntity<D>> view) {
        return execute(() -> reader.read(exchange, key, body), type, work, view);
    }

    private <T extends Subject, D> Mono<ResponseEntity<D>> execute(
            Supplier<Command> given,
            Class<D> type,
            Function<Command, Mono<Outcome<T>>> work,
            BiFunction<T, Command, ResponseEntity<D>> view) {
        return Mono.defer(() -> {
            var command = given.get();
            var answered = keys.find(command).map(stored -> stored.replay(type, json));
            var first = mandates.requireInForce(command.mandate())
                    .then(Mono.defer(() -> work.apply(command)))
                    .flatMap(outcome ->
                            commit(command, outcome, truthful(outcome, view.apply(outcome.subject(), command))));
            var decided = first
                    // What was read half before and half after another's command never was: asked again, it is what is.
                    .onErrorResume(
                            Refusal.class,
                            refusal -> command.seenVersion() != 0 && refusal.isOfState() ? first : Mono.error(refusal))
                    // A twin with the same key may have moved it on while this one was reading.
                    .onErrorResume(Refusal.class, refusal -> answered.switchIfEmpty(Mono.error(refusal)));
            var again = new AtomicBoolean(command.seenVersion() == 0);
            var asked = Mono.defer(() -> again.getAndSet(true) ? answered.switchIfEmpty(decided) : decided);
            return Shield.uncancellable(asked.retryWhen(whenSomebodyWasFaster()));
        });
    }

    /** Answers a question that is asked with a body, since what it asks with belongs into no URL: the body is read as a command's is, nothing is written. */
    public <D> Mono<D> ask(ServerWebExchange exchange, Object body, Function<Command, Mono<D>> answer) {
        return Mono.defer(() -> answer.apply(reader.read(exchange, body)));
    }

    private <D> Mono<ResponseEntity<D>> commit(Command command, Outcome<?> outcome, ResponseEntity<D> answer) {
        return run(statements.of(command, outcome, StoredAnswer.of(answer, json)))
                .thenReturn(answer);
    }

    /**
     * Commits what nobody commanded, such as the findings of a nightly check: with its events and its audit row, whose actor is
     * {@link Deed#NOBODY}. Nothing is remembered: several instances may come at once, and only a guarded row of the outcome keeps the
     * second one from saying it again.
     *
     * @param action the name of the work in the audit trail, such as {@code endDelegation}
     * @param work reads and decides, anew at each subscription, since it runs again when somebody was faster; empty for nothing to do
     */
    public Mono<Void> unattended(String action, Mono<? extends Outcome<?>> work) {
        var done = Mono.defer(() -> work)
                .filter(outcome -> !outcome.effects().areNone())
                .flatMap(outcome -> run(statements.of(Deed.ofNobody(action, now()), outcome)));
        return Shield.uncancellable(done.retryWhen(whenSomebodyWasFaster()));
    }

    /**
     * Commits what a person does that can be done only once, such as sending the last byte of a file he declared: no key is asked for and no answer
     * remembered, since a guarded row of the outcome keeps it from being done again.
     *
     * @param work reads and decides; writes nothing; may run more than once; empty for nothing to do
     */
    public Mono<Void> once(ServerWebExchange exchange, Function<Command, Mono<? extends Outcome<?>>> work) {
        return Mono.defer(() -> {
            var command = reader.readKeyless(exchange);
            var done = Mono.defer(() -> work.apply(command))
                    .flatMap(outcome -> run(statements.of(command.deed(), outcome)));
            return Shield.uncancellable(done.retryWhen(whenSomebodyWasFaster()));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Mono<Void> run(Statement statement) {
        return statement.on(database).doOnSuccess(committed -> doorbell.ring());
    }

    /** What was there before is shown again and was not created, however alike the two answers are otherwise. */
    private static <D> ResponseEntity<D> truthful(Outcome<?> outcome, ResponseEntity<D> answer) {
        return outcome.changesNothing()
                ? ResponseEntity.ok().eTag(answer.getHeaders().getETag()).body(answer.getBody())
                : answer;
    }

    private static Retry whenSomebodyWasFaster() {
        return Retry.backoff(MOST_ATTEMPTS, Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(60))
                .jitter(0.9)
                .filter(Commands::somebodyWasFaster)
                .onRetryExhaustedThrow((retry, signal) -> signal.failure());
    }

    private static boolean somebodyWasFaster(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                var state = database.getSqlState();
                return GUARD_MISSED.equals(state) || UNIQUE_VIOLATION.equals(state) || DEADLOCK.equals(state);
            }
        }
        return false;
    }
}
