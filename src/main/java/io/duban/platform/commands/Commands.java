package io.duban.platform.commands;

import io.duban.platform.events.Doorbell;
import io.duban.platform.events.Subject;
import io.duban.platform.problem.Refusal;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
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
 */
@Component
public class Commands {

    private static final int MOST_ATTEMPTS = 30;
    private static final String GUARD_MISSED = "DU412";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private final CommandReader reader;
    private final IdempotencyKeys keys;
    private final CommandStatement statements;
    private final DatabaseClient database;
    private final Doorbell doorbell;
    private final JsonMapper json;

    Commands(
            CommandReader reader,
            IdempotencyKeys keys,
            CommandStatement statements,
            DatabaseClient database,
            Doorbell doorbell,
            JsonMapper json) {
        this.reader = reader;
        this.keys = keys;
        this.statements = statements;
        this.database = database;
        this.doorbell = doorbell;
        this.json = json;
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
        return Mono.defer(() -> {
            var command = reader.read(exchange, body);
            var answered = keys.find(command).map(stored -> stored.replay(type, json));
            var decided = work.apply(command)
                    .flatMap(outcome ->
                            commit(command, outcome, truthful(outcome, view.apply(outcome.subject(), command))))
                    // A twin with the same key may have moved it on while this one was reading.
                    .onErrorResume(Refusal.class, refusal -> answered.switchIfEmpty(Mono.error(refusal)));
            return Shield.uncancellable(answered.switchIfEmpty(decided).retryWhen(whenSomebodyWasFaster()));
        });
    }

    private <D> Mono<ResponseEntity<D>> commit(Command command, Outcome<?> outcome, ResponseEntity<D> answer) {
        return statements
                .of(command, outcome, StoredAnswer.of(answer, json))
                .on(database)
                .then()
                .doOnSuccess(committed -> doorbell.ring())
                .thenReturn(answer);
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
